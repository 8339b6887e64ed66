package accountweb

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
)

func TestUnsent_showsWhatWasTypedWithoutCodes(t *testing.T) {
	u := unsent{Path: "/tasks", Values: url.Values{"what": {"Lập danh sách chi bộ"}, "again_what": {"Lập danh sách chi bộ"}, "count": {"18"}, "choice": {"accept"}, "seen": {"417"}, "paper": {" "}}}
	if got := u.typed(); !slices.Equal(got, []string{"Lập danh sách chi bộ", "18"}) {
		t.Errorf("shown: %q", got)
	}
}

func TestUnsent_carriesOnWhatFitsOnceMore(t *testing.T) {
	sent := func(length int) unsent {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/tasks", strings.NewReader("what="+strings.Repeat("a", length-len("what="))))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		return unsentOf(r)
	}
	largest := int(largestUnsent)
	if got := sent(largest); got.Path != "/tasks" || len(got.Values.Get("what")) != largest-len("what=") {
		t.Errorf("the largest: %q, %d letters", got.Path, len(got.Values.Get("what")))
	}
	if got := sent(largest + 1); got.Path != "" || got.Values != nil {
		t.Errorf("a larger one: %q", got.Path)
	}
}

func TestUnsent_takesNoSecretFromTheSignInPage(t *testing.T) {
	for _, name := range secretFields {
		carried := url.Values{"unsent_to": {"/account/password"}, "unsent": {url.Values{name: {"x"}, "what": {"y"}}.Encode()}}
		if got := unsentIn(carried); got.Path != "" || got.Values != nil {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
