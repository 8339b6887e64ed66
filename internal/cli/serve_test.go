package cli

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// output is what a running command has written so far.
type output struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}

// serving is a server that runs until stop; stop gives its exit code.
func serving(t *testing.T, args ...string) (out *output, stop func() int) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	out = &output{}
	done := make(chan int, 1)
	args = append([]string{"hamrong", "serve", "--address", "127.0.0.1:0"}, args...)
	go func() {
		done <- Run(ctx, args, Env{Stdin: strings.NewReader(""), Stdout: out, Stderr: out, Getenv: func(string) string { return "" }})
	}()
	for range 200 {
		if strings.Contains(out.String(), "runs at") {
			break
		}
		select {
		case code := <-done:
			t.Fatalf("serve ended with %d: %s", code, out)
		case <-time.After(50 * time.Millisecond):
		}
	}
	var once sync.Once
	code := -1
	stop = func() int {
		once.Do(func() { cancel(); code = <-done })
		return code
	}
	t.Cleanup(func() { stop() })
	return out, stop
}

var (
	siteURL   = regexp.MustCompile(`runs at (https?://\S+)`)
	setUpLink = regexp.MustCompile(`https?://\S+/setup/\S+`)
)

func fetch(t *testing.T, c *http.Client, url string) (status int, body string) {
	t.Helper()
	res, err := c.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	if err := res.Body.Close(); err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(raw)
}

func setUp(t *testing.T, out *output) {
	t.Helper()
	c := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, err := c.PostForm(setUpLink.FindString(out.String()), url.Values{"unit_name": {"Đảng bộ Sở Cầu Đá"}, "unit_kind": {"dang_bo_co_so"}, "unit_level": {"base"},
		"name": {"Lê Thị An"}, "login": {"an.le"}, "password": {"cầu đá qua sông 9"}, "again": {"cầu đá qua sông 9"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := res.Body.Close(); err != nil {
		t.Fatal(err)
	}
	if res.StatusCode != http.StatusSeeOther {
		t.Fatalf("set-up: %d", res.StatusCode)
	}
}

func TestServe_setUpBackUpRestoreVerify(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	file := filepath.Join(t.TempDir(), "sao lưu.db")
	out, stop := serving(t, "--data", dir)
	setUp(t, out)

	for _, c := range []struct {
		what string
		code int
		says string
		args []string
	}{
		{"back up while it runs", 0, "Backed up", []string{"backup", file, "--data", dir}},
		{"never over a file that is there", 1, "exists", []string{"backup", file, "--data", dir}},
		{"verify while it runs", 0, "lines recomputed", []string{"verify", "--data", dir}},
		{"verify against another chain", 1, "cut off", []string{"verify", "--data", dir, "--head", "1:00"}},
		{"verify against nothing that it prints", 1, "not what verify prints", []string{"verify", "--data", dir, "--head", "1"}},
		{"no restoring while it runs", 1, "another program", []string{"restore", file, "--data", dir, "--replace"}},
		{"no second server", 1, "another program", []string{"serve", "--address", "127.0.0.1:0", "--data", dir}},
		{"no link from beside it", 1, "another program", []string{"user", "link", "an.le", "--data", dir}},
	} {
		expect(t, c.what, c.code, c.says, c.args...)
	}
	if code := stop(); code != 0 {
		t.Errorf("the server ended with %d: %s", code, out)
	}

	_, said, _ := run("en", "", "verify", "--data", dir)
	_, after, _ := strings.Cut(said, "It ends with ")
	head, _, _ := strings.Cut(after, "\n")
	expect(t, "verify against the head noted", 0, "as noted earlier", "verify", "--data", dir, "--head", head)

	torn := filepath.Join(t.TempDir(), "torn.db")
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := len(whole) / 2; i < len(whole)/2+9000; i++ {
		whole[i] ^= 0x5a
	}
	if err := os.WriteFile(torn, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	text := filepath.Join(t.TempDir(), "text.db")
	if err := os.WriteFile(text, []byte("not a database at all"), 0o600); err != nil {
		t.Fatal(err)
	}
	empty := filepath.Join(t.TempDir(), "empty")
	for _, c := range []struct {
		what string
		code int
		says string
		args []string
	}{
		{"no restoring over data", 1, "--replace", []string{"restore", file, "--data", dir}},
		{"a torn backup", 1, "damaged", []string{"restore", torn, "--data", dir, "--replace"}},
		{"another file", 1, "not a backup", []string{"restore", text, "--data", dir, "--replace"}},
		{"no file", 1, "no file", []string{"restore", file + "x", "--data", dir}},
		{"replace, the old kept", 0, "old data is kept", []string{"restore", file, "--data", dir, "--replace"}},
		{"verify what was restored", 0, "lines recomputed", []string{"verify", "--data", dir}},
		{"restore elsewhere", 0, "Restored", []string{"restore", file, "--data", empty}},
		{"a link for who lost the password", 0, "/links/", []string{"user", "link", "an.le", "--data", dir}},
		{"for nobody", 1, "no open account", []string{"user", "link", "ai.do", "--data", dir}},
		{"verify nothing", 1, "no data", []string{"verify", "--data", filepath.Join(empty, "none")}},
		{"back up nothing", 1, "no data", []string{"backup", file + "2", "--data", filepath.Join(empty, "none")}},
		{"PostgreSQL has its own tools", 1, "pg_dump", []string{"backup", file + "3", "--database", "postgres://x/y"}},
		{"PostgreSQL has its own tools", 1, "pg_restore", []string{"restore", file, "--database", "postgres://x/y"}},
	} {
		expect(t, c.what, c.code, c.says, c.args...)
	}
	kept, err := filepath.Glob(filepath.Join(dir, "hamrong.db.before-*"))
	if err != nil || len(kept) != 1 {
		t.Errorf("old data kept: %q, %v", kept, err)
	}
	parts, err := filepath.Glob(filepath.Join(filepath.Dir(file), ".*"))
	if err != nil || len(parts) != 0 {
		t.Errorf("left behind: %q, %v", parts, err)
	}
	again, _ := serving(t, "--data", dir)
	if strings.Contains(again.String(), "/setup/") {
		t.Error("the restored data has lost its account")
	}
}

func expect(t *testing.T, what string, code int, says string, args ...string) {
	t.Helper()
	got, out, errs := run("en", "", args...)
	if got != code || !strings.Contains(out+errs, says) {
		t.Errorf("%s: exit %d, want %d; said %q, want %q", what, got, code, out+errs, says)
	}
}

func TestServe_isNotReachedFromElsewhereWithoutTLS(t *testing.T) {
	dir := t.TempDir()
	for _, address := range []string{":0", "0.0.0.0:0", "[::]:0", "192.0.2.7:0", "no.such.host.invalid:0"} {
		expect(t, address, 1, "Not started", "serve", "--data", dir, "--address", address)
	}
	expect(t, "half a pair", 1, "together", "serve", "--data", dir, "--tls-cert", "x")
	expect(t, "no such pair", 1, "cannot be used", "serve", "--data", dir, "--tls-cert", "x", "--tls-key", "y")
	expect(t, "no port", 1, "wrong", "serve", "--data", dir, "--address", "127.0.0.1")
	for _, host := range []string{"127.0.0.1", "::1", "127.8.8.8", "localhost"} {
		if !loopback(host) {
			t.Errorf("%s is this machine alone", host)
		}
	}
}

func TestServe_speaksTLSWithItsCertificate(t *testing.T) {
	cert, key, pool := selfSigned(t)
	out, stop := serving(t, "--data", t.TempDir(), "--tls-cert", cert, "--tls-key", key)
	base := siteURL.FindStringSubmatch(out.String())[1]
	if !strings.HasPrefix(base, "https://") {
		t.Fatalf("runs at %s", base)
	}
	c := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}, ForceAttemptHTTP2: true}}
	res, err := c.Get(base + "/sign-in")
	if err != nil {
		t.Fatal(err)
	}
	if err := res.Body.Close(); err != nil {
		t.Fatal(err)
	}
	if res.StatusCode != http.StatusOK || res.ProtoMajor != 2 || res.Header.Get("Strict-Transport-Security") == "" {
		t.Errorf("%d by %s, %v", res.StatusCode, res.Proto, res.Header)
	}
	c.CloseIdleConnections()
	if code := stop(); code != 0 {
		t.Errorf("ended with %d: %s", code, out)
	}
}

func TestServe_finishesWhatHasBegun(t *testing.T) {
	out, stop := serving(t, "--data", t.TempDir())
	base := siteURL.FindStringSubmatch(out.String())[1]
	if status, body := fetch(t, http.DefaultClient, base+"/healthz"); status != http.StatusOK || body != "ok\n" {
		t.Errorf("healthz: %d %q", status, body)
	}
	if code := stop(); code != 0 {
		t.Errorf("ended with %d: %s", code, out)
	}
	if _, err := net.DialTimeout("tcp", strings.TrimPrefix(base, "http://"), time.Second); err == nil {
		t.Error("it still listens")
	}
}

// selfSigned makes a certificate of 127.0.0.1 and the pool that trusts it.
func selfSigned(t *testing.T) (certFile, keyFile string, pool *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	certFile, keyFile = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	certPEM := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	for name, content := range map[string][]byte{certFile: certPEM, keyFile: pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: raw})} {
		if err := os.WriteFile(name, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	pool = x509.NewCertPool()
	pool.AppendCertsFromPEM(certPEM)
	return certFile, keyFile, pool
}
