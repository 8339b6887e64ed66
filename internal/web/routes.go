package web

import (
	"context"
	"embed"
	"io/fs"
	"slices"

	"hamrong/internal/access"
	"hamrong/internal/account"
	"hamrong/internal/document"
	"hamrong/internal/intake"
	"hamrong/internal/org"
	"hamrong/internal/web/accountweb"
	"hamrong/internal/web/intakeweb"
	"hamrong/internal/web/orgweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

//go:embed locale
var locale embed.FS

// pageLocales are the sentences of the page packages.
func pageLocales() []fs.FS {
	return []fs.FS{accountweb.Locale, intakeweb.Locale, orgweb.Locale}
}

// routes is the table of contents: every page and every form of the program.
func (s *server) routes() []route.Route {
	return slices.Concat(
		[]route.Route{{Pattern: "GET /{$}", Right: route.Anyone, Handle: s.home}},
		accountweb.Routes(accountweb.Deps{DB: s.deps.DB, Door: s.door, Accounts: s.accounts, Sessions: s.sessions, BehindProxy: s.deps.BehindProxy}),
		orgweb.Routes(orgweb.Deps{DB: s.deps.DB, Door: s.door}),
		intakeweb.Routes(intakeweb.Deps{Documents: document.New(s.deps.DB, s.door), Intake: intake.New(s.deps.DB, s.door), Org: org.New(s.deps.DB, s.door)}),
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
