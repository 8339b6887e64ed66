package intakeweb

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"hamrong/internal/fault"
	"hamrong/internal/intake"
	"hamrong/internal/resolution"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// chosen gives the units of the names as the page shows them.
func chosen(list []nameLine) intake.Placing {
	placing := intake.Placing{}
	for _, n := range list {
		if unit, err := strconv.ParseInt(n.Chosen, 10, 64); err == nil {
			placing[n.Key] = unit
		}
	}
	return placing
}

// foretell says before entering what the register holds against or beside the facts: closed
// years at the top, other values at their rows and among what is to be looked at.
func (v *sheetView) foretell(ctx context.Context, found map[string]intake.Prospect) {
	var closed, why []string
	for g := range v.Groups {
		for i := range v.Groups[g].Rows {
			r := &v.Groups[g].Rows[i]
			p := found[r.Mark]
			if p.Closed != nil {
				r.Closed = true
				closed = append(closed, r.Mark)
				if s := sentenceOf(ctx, p.Closed); !slices.Contains(why, s) {
					why = append(why, s)
				}
			}
			for _, f := range p.Beside {
				r.Beside = append(r.Beside, beside(ctx, wording.Value(ctx, f.Value), f.From, recordweb.FigureHref(f.Record)))
			}
			for _, d := range p.Titles {
				r.Beside = append(r.Beside, beside(ctx, "“"+d.Name()+"”", d.From, recordweb.TitleHref(d.Record)))
			}
			for _, g := range p.Alike {
				r.Beside = append(r.Beside, ui.Anchor{Text: ui.T(ctx, "intake.alike", wording.TargetName(g.Content), wording.Aim(ctx, g.Content)), Href: recordweb.Href("targets", g.Record, "")})
			}
			r.told(ctx, p.Told)
			for _, line := range r.Beside {
				v.See = append(v.See, checkLine{Marks: []string{r.Mark}, Text: line.Text, Href: line.Href, Wrong: true})
			}
		}
	}
	v.Closed = len(closed)
	if v.Write && v.Closed > 0 {
		v.Notices = append(v.Notices, ui.Notice{Kind: ui.NoticeWarn, Title: ui.T(ctx, "intake.closed", v.Closed, strings.Join(closed, ", ")),
			Text: strings.Join(append(why, ui.T(ctx, "intake.closed_text")), " ")})
	}
}

// told says what the register says otherwise of a resolution that it has already, and what
// entering will add to it.
func (r *row) told(ctx context.Context, told *resolution.Told) {
	if told == nil {
		return
	}
	href := recordweb.Href("resolutions", told.Standing.Record, "")
	for _, said := range contents(ctx, told.Against) {
		r.Beside = append(r.Beside, ui.Anchor{Text: ui.T(ctx, "intake.beside", said), Href: href})
	}
	switch said := strings.Join(contents(ctx, told.Adds), "; "); {
	case r.Entered != 0:
	case !told.More:
		r.Notes = append(r.Notes, ui.T(ctx, "intake.told.nothing"))
	case said == "":
		r.Notes = append(r.Notes, ui.T(ctx, "intake.told.more"))
	default:
		r.Notes = append(r.Notes, ui.T(ctx, "intake.told.adds", said))
	}
}

// contents words parts of what a resolution's record says.
func contents(ctx context.Context, c resolution.Content) []string {
	var list []string
	for _, d := range c.Counts {
		list = append(list, strconv.Itoa(d.Count)+" "+d.What)
	}
	if c.Motto != "" {
		list = append(list, ui.T(ctx, "intake.told.motto", c.Motto))
	}
	for _, m := range c.Mottos {
		list = append(list, ui.T(ctx, "intake.told.motto_beside", m.Text))
	}
	for _, g := range c.Goals {
		list = append(list, ui.T(ctx, "intake.told.goal", g.Text))
	}
	if c.Number != "" {
		list = append(list, ui.T(ctx, "intake.told.number", c.Number))
	}
	return list
}

// beside says what the register already states at a fact's place: "Sổ đang ghi 158 (bao-cao.docx)".
func beside(ctx context.Context, says, from, href string) ui.Anchor {
	if from == "" {
		return ui.Anchor{Text: ui.T(ctx, "intake.beside", says), Href: href}
	}
	return ui.Anchor{Text: ui.T(ctx, "intake.beside_from", says, from), Href: href}
}

// wrong counts what does not agree, in the report or with the register.
func (v *sheetView) wrong() int {
	n := 0
	for _, c := range v.See {
		if c.Wrong {
			n++
		}
	}
	return n
}

// takable counts the facts that would be entered if all were accepted.
func (v *sheetView) takable() int { return v.Open + v.Ready - v.Closed }

// sentenceOf words a fault, all its fields in one.
func sentenceOf(ctx context.Context, err error) string {
	var f *fault.Error
	if !errors.As(err, &f) {
		return err.Error()
	}
	if len(f.Fields) > 0 {
		var parts []string
		for _, x := range f.Fields {
			parts = append(parts, ui.T(ctx, x.Key, x.Args...))
		}
		return strings.Join(parts, " ")
	}
	return ui.T(ctx, f.Key, f.Args...)
}
