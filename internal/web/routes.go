package web

import (
	"context"
	"embed"
	"io/fs"
	"slices"

	"hamrong/internal/access"
	"hamrong/internal/account"
	"hamrong/internal/document"
	"hamrong/internal/figure"
	"hamrong/internal/intake"
	"hamrong/internal/org"
	"hamrong/internal/target"
	"hamrong/internal/title"
	"hamrong/internal/web/accountweb"
	"hamrong/internal/web/figureweb"
	"hamrong/internal/web/intakeweb"
	"hamrong/internal/web/orgweb"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/targetweb"
	"hamrong/internal/web/titleweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/yearweb"
)

//go:embed locale
var locale embed.FS

// pageLocales are the sentences of the page packages.
func pageLocales() []fs.FS {
	return []fs.FS{accountweb.Locale, intakeweb.Locale, orgweb.Locale, recordweb.Locale, yearweb.Locale, figureweb.Locale, targetweb.Locale, titleweb.Locale}
}

// routes is the table of contents: every page and every form of the program.
func (s *server) routes() []route.Route {
	db := s.deps.DB
	figures, targets := figure.NewService(db, s.door), target.NewService(db, s.door)
	return slices.Concat(
		[]route.Route{{Pattern: "GET /{$}", Right: route.Anyone, Handle: s.home}},
		accountweb.Routes(accountweb.Deps{DB: db, Door: s.door, Accounts: s.accounts, Sessions: s.sessions, BehindProxy: s.deps.BehindProxy, LinksOpen: s.deps.LinksOpen}),
		orgweb.Routes(orgweb.Deps{DB: db, Door: s.door}),
		yearweb.Routes(yearweb.Deps{DB: db, Door: s.door, InForce: resolutionsInForce}),
		figureweb.Routes(figureweb.Deps{DB: db, Door: s.door, Figures: figures}),
		targetweb.Routes(targetweb.Deps{DB: db, Door: s.door, Targets: targets, Figures: figures}),
		titleweb.Routes(titleweb.Deps{DB: db, Door: s.door, Titles: title.NewService(db, s.door)}),
		intakeweb.Routes(intakeweb.Deps{Documents: document.New(db, s.door), Intake: intake.New(db, s.door), Org: org.New(db, s.door)}),
	)
}

// menu is the red bar's menu: only what the account may open.
func (s *server) menu(ctx context.Context, a account.Account) []ui.MenuItem {
	day := today(s.deps.DB)
	items := []ui.MenuItem{{Section: "units", Label: ui.T(ctx, "web.menu.units"), Href: "/units"}}
	if holds(a, access.Administer, day) {
		items = append(items, ui.MenuItem{Section: "accounts", Label: ui.T(ctx, "web.menu.accounts"), Href: "/accounts"},
			ui.MenuItem{Section: "audit", Label: ui.T(ctx, "web.menu.audit"), Href: "/audit"})
	}
	return items
}
