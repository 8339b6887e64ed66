package accountweb

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

func TestUnsent_carriesOnWhatFitsOnceMore(t *testing.T) {
	const begun = "form_of=7&what="
	sent := func(length int) unsent {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/tasks", strings.NewReader(begun+strings.Repeat("a", length-len(begun))))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		return unsentOf(r)
	}
	largest := int(largestUnsent)
	if got := sent(largest); got.Path != "/tasks" || len(got.Values.Get("what")) != largest-len(begun) {
		t.Errorf("the largest: %q, %d letters", got.Path, len(got.Values.Get("what")))
	}
	if got := sent(largest + 1); got.Path != "" || got.Values != nil {
		t.Errorf("a larger one: %q", got.Path)
	}
}

func TestUnsent_takesNoSecretFromTheSignInPage(t *testing.T) {
	for _, name := range secretFields {
		carried := url.Values{"unsent_to": {"/account/password"}, "unsent": {url.Values{"form_of": {"7"}, name: {"x"}, "what": {"y"}}.Encode()}}
		if got := unsentIn(carried); got.Path != "" || got.Values != nil {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestUnsent_takesNoMoreFromTheSignInPageThanItCarries(t *testing.T) {
	long := url.Values{"form_of": {"7"}, "what": {strings.Repeat("a", 2*int(largestUnsent))}}.Encode()
	if got := unsentIn(url.Values{"unsent_to": {"/tasks"}, "unsent": {long}}); got.Path != "" {
		t.Errorf("%d letters are taken", len(long))
	}
}

func TestUnsent_isNobodysWhereTheFormDoesNotSayWhose(t *testing.T) {
	for _, of := range []string{"", "x", "0"} {
		values := url.Values{"form_of": {of}, "what": {"y"}}
		if got := carried("/tasks", values); got.Path != "" || got.Values != nil {
			t.Errorf("%q: %+v", of, got)
		}
	}
}
