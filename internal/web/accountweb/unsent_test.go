package accountweb

import (
	"net/url"
	"slices"
	"testing"
)

func TestUnsent_showsWhatWasTypedWithoutCodes(t *testing.T) {
	u := unsent{Path: "/tasks", Values: url.Values{"what": {"Lập danh sách chi bộ"}, "again_what": {"Lập danh sách chi bộ"}, "count": {"18"}, "choice": {"accept"}, "seen": {"417"}, "paper": {" "}}}
	if got := u.typed(); !slices.Equal(got, []string{"Lập danh sách chi bộ", "18"}) {
		t.Errorf("shown: %q", got)
	}
}
