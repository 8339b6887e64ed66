package throttle_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"hamrong/internal/web/throttle"
)

func TestAddress_isWhatTheProxyWroteLast(t *testing.T) {
	for _, c := range []struct {
		name   string
		behind bool
		lines  []string
		want   string
	}{
		{"no proxy: the client's line counts for nothing", false, []string{"203.0.113.9"}, "192.0.2.1"},
		{"no line", true, nil, "192.0.2.1"},
		{"one line of several hops", true, []string{"203.0.113.9, 198.51.100.7"}, "198.51.100.7"},
		{"the proxy's line below the client's", true, []string{"203.0.113.9", "198.51.100.7"}, "198.51.100.7"},
		{"an IPv6 subscriber is a /64", true, []string{"2001:db8::1:2:3:4"}, "2001:db8::/64"},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = "192.0.2.1:4711"
		for _, line := range c.lines {
			r.Header.Add("X-Forwarded-For", line)
		}
		if got := throttle.Address(r, c.behind); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
