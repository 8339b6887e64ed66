package web

import (
	"context"
	"embed"
	"io/fs"
	"regexp"
	"slices"

	"hamrong/internal/access"
	"hamrong/internal/account"
	"hamrong/internal/period"
	"hamrong/internal/web/accountweb"
	"hamrong/internal/web/figureweb"
	"hamrong/internal/web/intakeweb"
	"hamrong/internal/web/meetingweb"
	"hamrong/internal/web/memberweb"
	"hamrong/internal/web/orgweb"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/resolutionweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/targetweb"
	"hamrong/internal/web/taskweb"
	"hamrong/internal/web/titleweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
	"hamrong/internal/web/yearweb"
)

//go:embed locale
var locale embed.FS

// pageLocales are the sentences of the page packages.
func pageLocales() []fs.FS {
	return []fs.FS{accountweb.Locale, intakeweb.Locale, orgweb.Locale, recordweb.Locale, wording.Locale, yearweb.Locale, figureweb.Locale, targetweb.Locale, titleweb.Locale,
		resolutionweb.Locale, meetingweb.Locale, taskweb.Locale, memberweb.Locale}
}

// routes is the table of contents: every page and every form of the program.
func (s *server) routes() []route.Route {
	base := recordweb.Base{DB: s.deps.DB, Door: s.door}
	return slices.Concat(
		[]route.Route{{Pattern: "GET /{$}", Right: route.Anyone, Handle: s.home}},
		accountweb.Routes(s.accountDeps()),
		orgweb.Routes(base),
		yearweb.Routes(yearweb.Deps{Base: base, InForce: resolutionsInForce}),
		figureweb.Routes(base),
		targetweb.Routes(base),
		titleweb.Routes(base),
		resolutionweb.Routes(base),
		meetingweb.Routes(base),
		taskweb.Routes(base),
		memberweb.Routes(base),
		intakeweb.Routes(base),
	)
}

func (s *server) accountDeps() accountweb.Deps {
	return accountweb.Deps{DB: s.deps.DB, Door: s.door, Accounts: s.accounts, Sessions: s.sessions, BehindProxy: s.deps.BehindProxy, LinksOpen: s.deps.LinksOpen}
}

// ofUnit is the address of a page of a unit.
var ofUnit = regexp.MustCompile(`^/units/(\d{1,18})(?:/|$)`)

// menu is the red bar's menu: only what the account may open. The accounts opened from a
// unit's page know that unit.
func (s *server) menu(ctx context.Context, a account.Account, path string) []ui.MenuItem {
	day := today(s.deps.DB)
	items := []ui.MenuItem{{Section: "units", Label: ui.T(ctx, "web.menu.units"), Href: "/units"}}
	if unit := firstUnit(a, day); unit != "" {
		items = slices.Insert(items, 0, ui.MenuItem{Section: "year", Label: ui.T(ctx, "web.menu.years"), Href: unit + "/years"})
		for _, noun := range []string{"documents", "resolutions", "meetings", "tasks", "people"} {
			items = append(items, ui.MenuItem{Section: noun, Label: ui.T(ctx, "web.menu."+noun), Href: unit + "/" + noun})
		}
	}
	if holds(a, access.Administer, day) {
		accounts := "/accounts"
		if m := ofUnit.FindStringSubmatch(path); m != nil {
			accounts += "?unit=" + m[1]
		}
		items = append(items, ui.MenuItem{Section: "accounts", Label: ui.T(ctx, "web.menu.accounts"), Href: accounts},
			ui.MenuItem{Section: "audit", Label: ui.T(ctx, "web.menu.audit"), Href: "/audit"})
	}
	return items
}

// firstUnit is the address of the unit of an account's first standing grant, "" without one.
func firstUnit(a account.Account, day period.Date) string {
	for _, g := range a.Grants {
		if g.Standing(day) {
			return recordweb.UnitHref(g.Unit)
		}
	}
	return ""
}
