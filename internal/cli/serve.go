package cli

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"time"

	"hamrong/internal/access/directory"
	"hamrong/internal/account"
	"hamrong/internal/fault"
	"hamrong/internal/store"
	"hamrong/internal/web"
)

// dataFlags say where the data is; every command that needs it has them.
type dataFlags struct {
	Data     string `default:"hamrong-data" env:"HAMRONG_DATA"`
	Database string `env:"HAMRONG_DATABASE"`
}

func (d dataFlags) options() store.Options { return store.Options{Dir: d.Data, URL: d.Database} }

// serveCmd runs the server until it is asked to stop.
type serveCmd struct {
	dataFlags
	Address      string `default:"127.0.0.1:8080" env:"HAMRONG_ADDRESS"`
	TLSCert      string `name:"tls-cert" env:"HAMRONG_TLS_CERT"`
	TLSKey       string `name:"tls-key" env:"HAMRONG_TLS_KEY"`
	InsecureHTTP bool   `name:"insecure-http" env:"HAMRONG_INSECURE_HTTP"`
	BehindProxy  bool   `name:"behind-proxy" env:"HAMRONG_BEHIND_PROXY"`
	Log          string `enum:"text,json" default:"text" env:"HAMRONG_LOG"`
}

// Run opens the data, listens and answers until the session ends.
func (c *serveCmd) Run(s *session) (err error) {
	certificate, err := c.certificate()
	if err != nil {
		return err
	}
	if err := c.allowed(certificate != nil); err != nil {
		return err
	}
	slog.SetDefault(logger(s.Stderr, c.Log))
	db, err := store.Open(s, c.options())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	l, err := net.Listen("tcp", c.Address)
	if err != nil {
		return fault.Wrap(err, fault.Unavailable, "cli.serve.cannot_listen", c.Address)
	}
	if certificate != nil {
		l = tls.NewListener(l, certificate)
	}
	site := site{db: db, listener: l, tls: certificate != nil, proxy: c.BehindProxy}
	handler, err := site.handler()
	if err != nil {
		return errors.Join(err, l.Close())
	}
	if err := s.announce(site); err != nil {
		return errors.Join(err, l.Close())
	}
	return site.serve(s, handler)
}

// certificate loads the pair of files; nil without one.
func (c *serveCmd) certificate() (*tls.Config, error) {
	if c.TLSCert == "" && c.TLSKey == "" {
		return nil, nil
	}
	if c.TLSCert == "" || c.TLSKey == "" {
		return nil, fault.New(fault.Invalid, "cli.serve.tls_pair")
	}
	pair, err := tls.LoadX509KeyPair(c.TLSCert, c.TLSKey)
	if err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "cli.serve.tls_unusable", c.TLSCert, c.TLSKey)
	}
	return &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12, NextProtos: []string{"h2", "http/1.1"}}, nil
}

// allowed refuses to be reached from another machine without TLS, unless told to.
func (c *serveCmd) allowed(encrypted bool) error {
	host, _, err := net.SplitHostPort(c.Address)
	if err != nil {
		return fault.Wrap(err, fault.Invalid, "cli.serve.bad_address", c.Address)
	}
	if encrypted || c.InsecureHTTP || loopback(host) {
		return nil
	}
	return fault.New(fault.Invalid, "cli.serve.not_loopback", c.Address)
}

// loopback reports an address that only this machine reaches; an empty one is all of them.
func loopback(host string) bool {
	if ip := net.ParseIP(host); ip != nil {
		return ip.IsLoopback()
	}
	ips, err := net.LookupIP(host)
	if err != nil || host == "" || len(ips) == 0 {
		return false
	}
	for _, ip := range ips {
		if !ip.IsLoopback() {
			return false
		}
	}
	return true
}

func logger(w io.Writer, format string) *slog.Logger {
	if format == "json" {
		return slog.New(slog.NewJSONHandler(w, nil))
	}
	return slog.New(slog.NewTextHandler(w, nil))
}

// announce says where the pages are and, while there is no account, gives the one-time set-up link.
func (s *session) announce(t site) error {
	accounts := account.New(t.db, directory.New(t.db))
	empty, err := accounts.Empty(s)
	if err != nil {
		return err
	}
	text := s.say("cli.serve.ready", t.url())
	if empty {
		secret, err := accounts.SetUpLink(s)
		if err != nil {
			return err
		}
		text += "\n" + s.say("cli.serve.set_up", t.url()+"/setup/"+secret)
	}
	_, err = io.WriteString(s.Stdout, text+"\n")
	return err
}

// site is one database behind one listener.
type site struct {
	db       *store.DB
	listener net.Listener
	tls      bool // the listener speaks it
	proxy    bool // a proxy in front does, and says who asks
	demo     bool // invented data for one person at this machine
}

func (t site) handler() (http.Handler, error) {
	version := ""
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "(devel)" {
		version = info.Main.Version
	}
	return web.New(web.Deps{DB: t.db, Version: version, Secure: t.tls || t.proxy, BehindProxy: t.proxy, LinksOpen: t.demo})
}

// url is how a browser on this machine reaches the pages.
func (t site) url() string {
	host, port, err := net.SplitHostPort(t.listener.Addr().String())
	if err != nil {
		return t.listener.Addr().String()
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		if name, err := os.Hostname(); err == nil {
			host = name
		}
	}
	if t.tls {
		return "https://" + net.JoinHostPort(host, port)
	}
	return "http://" + net.JoinHostPort(host, port)
}

// How long the parts of an exchange may take; a file of 64 MB must pass a slow line.
const (
	headTime   = 10 * time.Second
	bodyTime   = 10 * time.Minute
	idleTime   = 2 * time.Minute
	finishTime = 15 * time.Second
	sweepEvery = time.Hour
)

// serve answers until the context ends, then lets what has begun finish.
func (t site) serve(ctx context.Context, h http.Handler) error {
	srv := &http.Server{Handler: h, ReadHeaderTimeout: headTime, ReadTimeout: bodyTime, WriteTimeout: bodyTime, IdleTimeout: idleTime,
		MaxHeaderBytes: 64 << 10, ErrorLog: slog.NewLogLogger(slog.Default().Handler(), slog.LevelWarn)}
	ended := make(chan error, 1)
	go func() { ended <- srv.Serve(t.listener) }()
	sweep := time.NewTicker(sweepEvery)
	defer sweep.Stop()
	for {
		select {
		case err := <-ended:
			return err
		case <-sweep.C:
			if err := t.db.Sessions().Sweep(); err != nil {
				slog.Error("sweep sessions", "error", err)
			}
		case <-ctx.Done():
			slog.Info("stopping")
			last, cancel := context.WithTimeout(context.WithoutCancel(ctx), finishTime)
			defer cancel()
			err := srv.Shutdown(last)
			if errors.Is(err, context.DeadlineExceeded) {
				err = srv.Close()
			}
			if e := <-ended; !errors.Is(e, http.ErrServerClosed) {
				err = errors.Join(err, e)
			}
			return err
		}
	}
}
