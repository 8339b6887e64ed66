package accountweb

import (
	"context"
	"strconv"
	"strings"

	"hamrong/internal/access"
	"hamrong/internal/account"
	"hamrong/internal/period"
	"hamrong/internal/web/ui"
)

func signInTitle(ctx context.Context, v signInView) string {
	if v.Owner != "" {
		return v.Owner
	}
	return ui.T(ctx, "account.sign_in")
}

func passwordTitle(ctx context.Context, v ownView) string {
	if v.ByLink {
		return ui.T(ctx, "account.own.choose_password")
	}
	return ui.T(ctx, "account.own.password")
}

func languageOptions() []ui.Option {
	var list []ui.Option
	for _, l := range []ui.Lang{ui.Vietnamese, ui.English} {
		list = append(list, ui.Option{Value: string(l), Label: l.Name()})
	}
	return list
}

func roleOptions(ctx context.Context) []ui.Option {
	var list []ui.Option
	for _, r := range access.Roles {
		list = append(list, ui.Option{Value: string(r), Label: ui.T(ctx, "account.role."+string(r)), Note: ui.T(ctx, "account.role."+string(r)+".note")})
	}
	return list
}

func placeOptions(places []account.Place) []ui.Option {
	list := make([]ui.Option, 0, len(places))
	for _, p := range places {
		list = append(list, ui.Option{Value: strconv.FormatInt(p.Unit, 10), Label: strings.Repeat("– ", max(0, p.Depth)) + p.Name})
	}
	return list
}

func unitValue(unit int64) string {
	if unit == 0 {
		return ""
	}
	return strconv.FormatInt(unit, 10)
}

// grantTable lists grants without anything to do about them.
func grantTable(ctx context.Context, grants []account.Grant, today period.Date, empty string) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "account.grants"), Hidden: true, Layout: ui.Blocks, Empty: ui.T(ctx, empty), Columns: grantColumns(ctx)}
	for _, g := range grants {
		t.Rows = append(t.Rows, ui.Row{Kind: rowKind(g, today), Cells: grantCells(ctx, g, today)})
	}
	return t
}

// managedGrants lists grants with the button that ends each.
func managedGrants(ctx context.Context, v accountView) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "account.grants"), Hidden: true, Layout: ui.Blocks, Empty: ui.T(ctx, "account.show.no_grants"), Columns: append(grantColumns(ctx), ui.Column{Head: ui.T(ctx, "account.grant.do"), Screen: true})}
	for _, g := range v.Account.Grants {
		cells := grantCells(ctx, g, v.Today)
		if !g.Ended(v.Today) {
			path := accountPath(g.Account) + "/grants/" + strconv.FormatInt(g.ID, 10) + "/end"
			cells = append(cells, ui.Cell{Part: ui.PostButton{Button: ui.Button{Label: ui.T(ctx, "account.grant.end"), Kind: ui.Small}, To: path}})
		}
		t.Rows = append(t.Rows, ui.Row{Kind: rowKind(g, v.Today), Cells: cells})
	}
	return t
}

func rowKind(g account.Grant, today period.Date) ui.RowKind {
	if g.Standing(today) {
		return ui.RowPlain
	}
	return ui.RowZero
}

func grantColumns(ctx context.Context) []ui.Column {
	return []ui.Column{{Head: ui.T(ctx, "account.grant.role"), Place: ui.PlaceTitle}, {Head: ui.T(ctx, "account.grant.unit")},
		{Head: ui.T(ctx, "account.grant.from"), Place: ui.PlaceLeft}, {Head: ui.T(ctx, "account.grant.until"), Place: ui.PlaceRight}}
}

func grantCells(ctx context.Context, g account.Grant, today period.Date) []ui.Cell {
	until := ui.T(ctx, "account.grant.open")
	if g.Until != period.Forever {
		until = ui.LangOf(ctx).Date(g.Until)
	}
	if g.Ended(today) {
		until = ui.T(ctx, "account.grant.ended", g.Until)
	}
	return []ui.Cell{
		{Text: ui.T(ctx, "account.role."+string(g.Role))},
		{Text: g.UnitName, Href: "/units/" + strconv.FormatInt(g.Unit, 10)},
		{Text: ui.LangOf(ctx).Date(g.From)},
		{Text: until},
	}
}

// accountTable lists accounts with what each holds today.
func accountTable(ctx context.Context, v listView) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "account.list.title"), Hidden: true, Numbered: true, Layout: ui.Blocks,
		Columns: []ui.Column{{Head: ui.T(ctx, "account.name"), Place: ui.PlaceTitle}, {Head: ui.T(ctx, "account.login"), Place: ui.PlaceLeft},
			{Head: ui.T(ctx, "account.list.state"), Place: ui.PlaceRight}, {Head: ui.T(ctx, "account.list.holds")}}}
	for _, a := range v.Accounts {
		var holds []string
		for _, g := range a.Grants {
			if g.Standing(v.Today) {
				holds = append(holds, ui.T(ctx, "account.role."+string(g.Role))+": "+g.UnitName)
			}
		}
		row := ui.Row{Cells: []ui.Cell{{Text: a.Name, Href: accountPath(a.ID)}, {Text: a.Login}, {Text: state(ctx, a)}, {Text: strings.Join(holds, "; ")}}}
		if a.Disabled {
			row.Kind = ui.RowZero
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func state(ctx context.Context, a account.Account) string {
	switch {
	case a.Disabled:
		return ui.T(ctx, "account.state.disabled")
	case !a.Password:
		return ui.T(ctx, "account.state.invited")
	}
	return ui.T(ctx, "account.state.open")
}

// auditTable lists entries by their ids, with words for what was done to what.
func auditTable(ctx context.Context, v auditView) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "account.audit.title"), Hidden: true, Layout: ui.Blocks, Columns: []ui.Column{
		{Head: ui.T(ctx, "account.audit.action"), Place: ui.PlaceTitle}, {Head: ui.T(ctx, "account.audit.object"), Place: ui.PlaceLeft},
		{Head: ui.T(ctx, "account.audit.at"), Place: ui.PlaceRight}, {Head: ui.T(ctx, "account.audit.account"), Kind: ui.Numbers, Place: ui.PlaceLeft},
		{Head: ui.T(ctx, "account.audit.unit"), Kind: ui.Numbers, Place: ui.PlaceRight}, {Head: ui.T(ctx, "account.audit.id"), Kind: ui.Numbers}}}
	for _, a := range v.Acts {
		account, unit := ui.Cell{Text: plainID(a.Account)}, ui.Cell{Text: plainID(a.Unit)}
		if a.Account != 0 {
			account.Href = accountPath(a.Account)
		}
		if a.Unit != 0 {
			unit.Href = "/units/" + plainID(a.Unit)
		}
		object := ui.Cell{}
		if a.Kind != "" {
			object.Text = strings.TrimSpace(ui.T(ctx, "account.thing."+a.Kind) + " " + plainID(a.Object))
		}
		t.Rows = append(t.Rows, ui.Row{Cells: []ui.Cell{{Text: ui.T(ctx, "account.act."+a.Action)}, object, {Text: ui.LangOf(ctx).Moment(a.At)}, account, unit, {Text: plainID(a.ID)}}})
	}
	return t
}

// plainID writes an id, nothing for none.
func plainID(id int64) string {
	if id == 0 {
		return ""
	}
	return strconv.FormatInt(id, 10)
}

func olderHref(v auditView) string {
	if len(v.Acts) < account.PerPage {
		return ""
	}
	return "/audit?before=" + plainID(v.Acts[len(v.Acts)-1].ID)
}

func newerHref(v auditView) string {
	switch {
	case v.Before == 0:
		return ""
	case v.Newer == 0:
		return "/audit"
	}
	return "/audit?before=" + plainID(v.Newer)
}
