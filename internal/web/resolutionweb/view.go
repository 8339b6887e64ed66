package resolutionweb

import (
	"context"
	"strconv"
	"strings"

	"hamrong/internal/resolution"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

func showCrumbs(ctx context.Context, v showView) []ui.Link {
	here := ui.Link{Label: v.R.Title()}
	if !v.Open() {
		return []ui.Link{here}
	}
	return v.Way(ui.Link{Label: ui.T(ctx, "resolution.list.title"), Href: recordweb.UnitHref(v.Unit.ID) + "/resolutions"}, here)
}

// introOf says which line tells a newcomer what the page is.
func introOf(k resolution.Kind) string {
	switch {
	case k == resolution.Plenum:
		return "plenum"
	case k.Carries():
		return "programme"
	}
	return "resolution"
}

// after gives the number of a section that stands behind those of the content: a plenum
// has none of them, and the text takes a number only where there is one.
func after(v showView, n int) string {
	if v.R.Kind == resolution.Plenum {
		return ui.Roman(n - 1)
	}
	if v.R.Body != "" {
		n++
	}
	return ui.Roman(n + 1)
}

// enteredOf is "0/28" where a number is declared, else how many are entered.
func enteredOf(ctx context.Context, p resolution.Progress) string {
	n := ui.Number(ctx, int64(len(p.Parts)))
	if len(p.Declared) == 0 {
		return n
	}
	return n + "/" + ui.Number(ctx, int64(p.Declared[0].Count))
}

func anchorOf(p resolution.Progress) string {
	if p.Kind == "" {
		return "khac"
	}
	return "phan-" + string(p.Kind)
}

func taskHref(v showView) string {
	return recordweb.UnitHref(v.Unit.ID) + "/tasks/new?programme=" + strconv.FormatInt(v.R.Record, 10)
}

func carryHref(unit, record int64) string {
	return recordweb.UnitHref(unit) + "/resolutions/new?kind=programme&parent=" + strconv.FormatInt(record, 10)
}

func paragraphs(body string) []string {
	var out []string
	for line := range strings.Lines(body) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// carriedEntries lists the programmes and plans that carry the resolution out.
func carriedEntries(ctx context.Context, v showView) ui.Entries {
	var out ui.Entries
	for _, r := range v.Carried {
		note := wording.Capital(kindName(ctx, r.Kind))
		if r.Issuer != "" {
			note += ui.T(ctx, "resolution.note.by", r.Issuer)
		}
		if r.Date != "" {
			note += ui.T(ctx, "resolution.note.dated", r.Date)
		}
		out = append(out, ui.Entry{Title: r.Title(), Href: href(r.Record), Note: note})
	}
	return out
}

// studiedKey is the heading of where a paper was studied, or a plenum told of.
func studiedKey(k resolution.Kind) string {
	if k == resolution.Plenum {
		return "resolution.told_where"
	}
	return "resolution.studied"
}
