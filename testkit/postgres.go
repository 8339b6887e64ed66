package testkit

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"hamrong/internal/store"
)

// server is the one PostgreSQL of a test run: a process of our own, on a free
// loopback port, in a folder of its own.
type server struct {
	dir   string
	port  int
	log   *bytes.Buffer // read only after ended is closed
	pid   int
	ended chan struct{}
	count atomic.Int64 // databases made so far
}

var (
	serverOnce sync.Once
	started    *server
	startErr   error
)

// NewPostgres gives the address of an empty PostgreSQL database of the newest
// schema. A machine without PostgreSQL fails the test: storage is promised for both.
func NewPostgres(t testing.TB) string {
	t.Helper()
	if !mainCalled {
		t.Fatal("the package's tests need: func TestMain(m *testing.M) { testkit.Main(m) }")
	}
	serverOnce.Do(func() { started, startErr = startServer() })
	if startErr != nil {
		t.Fatalf("PostgreSQL for tests: %v", startErr)
	}
	name := "t" + strconv.FormatInt(started.count.Add(1), 10)
	if err := started.exec("CREATE DATABASE " + name + " TEMPLATE empty STRATEGY file_copy"); err != nil {
		t.Fatalf("PostgreSQL for tests: %v", err)
	}
	return started.url(name)
}

func startServer() (*server, error) {
	bin, err := binaries()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "hamrong-postgres-")
	if err != nil {
		return nil, err
	}
	attr, err := unprivileged(dir)
	if err != nil {
		return nil, err
	}
	init := exec.Command(filepath.Join(bin, "initdb"), "-D", filepath.Join(dir, "data"), "-U", "hamrong", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
	init.SysProcAttr, init.Dir = attr, dir
	if out, err := init.CombinedOutput(); err != nil {
		return nil, errors.Join(fmt.Errorf("initdb: %w: %s", err, out), os.RemoveAll(dir))
	}
	for range 3 { // the free port may be taken by somebody else in between
		s := &server{dir: dir}
		if err = s.run(bin, attr); err == nil {
			return s, nil
		}
	}
	return nil, errors.Join(err, os.RemoveAll(dir))
}

// binaries finds the newest installed PostgreSQL.
func binaries() (string, error) {
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/postgres")
	if err != nil {
		return "", err
	}
	if len(found) == 0 {
		if p, err := exec.LookPath("postgres"); err == nil {
			return filepath.Dir(p), nil
		}
		return "", errors.New("no PostgreSQL on this machine: install it (Debian: apt-get install postgresql)")
	}
	return filepath.Dir(found[len(found)-1]), nil
}

// unprivileged says as whom PostgreSQL runs: it refuses to run as root.
func unprivileged(dir string) (*syscall.SysProcAttr, error) {
	attr := &syscall.SysProcAttr{Pdeathsig: syscall.SIGQUIT}
	if os.Geteuid() != 0 {
		return attr, nil
	}
	who, err := user.Lookup("postgres")
	if err != nil {
		who, err = user.Lookup("nobody")
	}
	if err != nil {
		return nil, err
	}
	uid, err := strconv.Atoi(who.Uid)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.Atoi(who.Gid)
	if err != nil {
		return nil, err
	}
	attr.Credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	return attr, os.Chown(dir, uid, gid)
}

// run starts the server and waits until it answers and the empty database stands.
func (s *server) run(bin string, attr *syscall.SysProcAttr) error {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	s.port = free.Addr().(*net.TCPAddr).Port
	if err := free.Close(); err != nil {
		return err
	}
	s.log, s.ended = &bytes.Buffer{}, make(chan struct{})
	cmd := exec.Command(filepath.Join(bin, "postgres"), "-D", filepath.Join(s.dir, "data"), "-p", strconv.Itoa(s.port),
		"-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "shared_buffers=32MB", "-c", "max_connections=200")
	cmd.SysProcAttr, cmd.Dir, cmd.Stdout, cmd.Stderr = attr, s.dir, s.log, s.log
	begun := make(chan error)
	go func() {
		// The thread that starts the server must outlive it: its end would be
		// taken for ours, and the server would go with it.
		runtime.LockOSThread()
		defer close(s.ended)
		err := cmd.Start()
		begun <- err
		if err == nil {
			err = cmd.Wait()
			_ = err // the server ends by our signal; what it had to say is in its log
		}
	}()
	if err := <-begun; err != nil {
		return err
	}
	s.pid = cmd.Process.Pid
	if err := s.ready(); err != nil {
		return errors.Join(err, s.end())
	}
	return nil
}

func (s *server) ready() error {
	var err error
	for range 200 {
		if err = s.exec("SELECT 1"); err == nil {
			break
		}
		select {
		case <-s.ended:
			return fmt.Errorf("postgres ended: %s", s.log)
		case <-time.After(50 * time.Millisecond):
		}
	}
	if err != nil {
		return err
	}
	if err := s.exec("CREATE DATABASE empty"); err != nil {
		return err
	}
	db, err := store.Open(context.Background(), store.Options{URL: s.url("empty")})
	if err != nil {
		return err
	}
	return db.Close()
}

func (s *server) exec(text string) (err error) {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	c, err := pgx.Connect(ctx, s.url("postgres"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.Close(ctx)) }()
	_, err = c.Exec(ctx, text)
	return err
}

func (s *server) url(database string) string {
	return fmt.Sprintf("postgres://hamrong@127.0.0.1:%d/%s?sslmode=disable", s.port, database)
}

func (s *server) end() error {
	err := syscall.Kill(s.pid, syscall.SIGQUIT)
	<-s.ended
	if errors.Is(err, syscall.ESRCH) {
		return nil
	}
	return err
}

func stopServer() error {
	if started == nil {
		return nil
	}
	return errors.Join(started.end(), os.RemoveAll(started.dir))
}
