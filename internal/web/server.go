// Package web is the program's way in over HTTP: the table of contents
// (routes.go), what every request passes, and the server itself.
package web

import (
	"io/fs"
	"log/slog"
	"net/http"
	"time"

	"hamrong/internal/access/directory"
	"hamrong/internal/account"
	"hamrong/internal/extract"
	"hamrong/internal/store"
	"hamrong/internal/web/route"
	"hamrong/internal/web/session"
	"hamrong/internal/web/throttle"
	"hamrong/internal/web/ui"
)

// Deps is what the pages stand on.
type Deps struct {
	DB      *store.DB
	Version string
	// Secure says that browsers reach the server by TLS, its own or a proxy's.
	Secure bool
	// BehindProxy says that a proxy in front writes X-Forwarded-For.
	BehindProxy bool
	// LinksOpen makes one-time links sign in when they are opened: the demo alone.
	LinksOpen bool
	// Log gets a line a request and the errors that are nobody's fault; nil is slog.Default.
	Log *slog.Logger
}

// server is what all requests share.
type server struct {
	deps     Deps
	log      *slog.Logger
	door     *directory.Directory
	accounts *account.Service
	sessions *session.Sessions
	rates    map[route.Rate]bound
	words    *ui.Catalogue
	owner    owner
}

// New gives the handler of the whole program. An error means that the locale
// files of two packages contradict each other or two routes are the same.
func New(d Deps) (http.Handler, error) {
	s, err := newServer(d)
	if err != nil {
		return nil, err
	}
	return s.handler(), nil
}

func newServer(d Deps) (*server, error) {
	s := &server{deps: d, log: d.Log, door: directory.New(d.DB), rates: bounds()}
	if s.log == nil {
		s.log = slog.Default()
	}
	s.accounts = account.New(d.DB, s.door)
	s.sessions = session.New(d.DB, d.Secure, ui.Error)
	var err error
	s.words, err = ui.NewCatalogue(Locales()...)
	return s, err
}

// handler is the chain that each request passes, from the outside in.
func (s *server) handler() http.Handler {
	pages := http.NewServeMux()
	for _, r := range s.routes() {
		pages.Handle(r.Pattern, s.page(r))
	}
	pages.Handle("/", s.page(route.Route{Pattern: "/", Right: route.Anyone, Handle: s.nothingHere}))

	guarded := s.sameOrigin(s.sessions.Load(s.identify(pages)))
	all := http.NewServeMux()
	all.Handle("GET /static/", ui.Static())
	all.HandleFunc("GET /healthz", s.healthz)
	all.Handle("/", ui.Languages(s.words, guarded))
	return s.logged(s.recovered(ui.Secure(all)))
}

// Locales are the locale files of the pages and of what they show; the command
// line speaks from them as well.
func Locales() []fs.FS { return append([]fs.FS{locale, extract.Locale}, pageLocales()...) }

// bound is the number behind a route.Rate.
type bound struct {
	limit     *throttle.Limit
	byAccount bool // of the account, else of the address
}

func bounds() map[route.Rate]bound {
	return map[route.Rate]bound{
		// A whole office may sign in from one address within a minute; the tries for
		// one account are bounded more narrowly where its name is known.
		route.SecretRate: {limit: throttle.New(300, 200*time.Millisecond)},
		route.UploadRate: {limit: throttle.New(30, 2*time.Second), byAccount: true},
	}
}
