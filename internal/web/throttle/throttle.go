// Package throttle bounds how often somebody may try.
package throttle

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"hamrong/internal/fault"
)

// maxKeys bounds the memory of one Limit; beyond it the fullest buckets are
// forgotten first, which are those that nobody has drawn on for long.
const maxKeys = 20000

// Limit is a bucket of tries for each key, filled again over time.
type Limit struct {
	every time.Duration
	burst int
	mu    sync.Mutex
	by    map[string]*rate.Limiter
}

// New gives a limit of burst tries at once and one more after each every.
func New(burst int, every time.Duration) *Limit {
	return &Limit{every: every, burst: burst, by: map[string]*rate.Limiter{}}
}

// Take uses up one try of a key; a TooMany fault when none is left.
func (l *Limit) Take(key string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	b, ok := l.by[key]
	if !ok {
		if len(l.by) >= maxKeys {
			l.forget()
		}
		b = rate.NewLimiter(rate.Every(l.every), l.burst)
		l.by[key] = b
	}
	if !b.Allow() {
		return fault.New(fault.TooMany, "fault.too_many")
	}
	return nil
}

// forget drops the keys whose buckets are full again, and if that is not enough, half of the rest.
func (l *Limit) forget() {
	for key, b := range l.by {
		if b.Tokens() >= float64(l.burst) {
			delete(l.by, key)
		}
	}
	for key := range l.by {
		if len(l.by) <= maxKeys/2 {
			return
		}
		delete(l.by, key)
	}
}

// Address names where a request comes from: the address, or the /64 of an IPv6
// one, which is what a single subscriber is given. behindProxy trusts the last
// hop that the proxy in front has written; some proxies add a line of their own
// below what the client sent, so all lines are read as one.
func Address(r *http.Request, behindProxy bool) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	if behindProxy {
		if hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ","); strings.TrimSpace(hops[len(hops)-1]) != "" {
			host = strings.TrimSpace(hops[len(hops)-1])
		}
	}
	ip, err := netip.ParseAddr(host)
	if err != nil {
		return host
	}
	ip = ip.Unmap()
	if ip.Is6() {
		if p, err := ip.Prefix(64); err == nil {
			return p.String()
		}
	}
	return ip.String()
}
