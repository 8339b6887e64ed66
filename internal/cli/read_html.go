package cli

import (
	"bufio"
	_ "embed"
	"html/template"
	"iter"

	"hamrong/internal/intake"
	"hamrong/internal/report"
	"hamrong/internal/web/ui"
)

//go:embed read.gohtml
var pageText string

// page is what the head and the lists of the page show.
type page struct {
	Lang, Name, Head, Aside string
	Look, Agree             []pageCheck
	Groups                  []pageGroup
	say                     func(string, ...any) string
}

// T gives the sentence of a locale key.
func (p page) T(key string, args ...any) string { return p.say(key, args...) }

type pageCheck struct {
	Text  string
	Marks []label
}

// pageGroup puts its facts into words one by one, as the page is written.
type pageGroup struct {
	Title, Letter string
	Count         int
	Lines         iter.Seq[line]
}

// label is a fact's mark and the id of its place.
type label struct{ Mark, Anchor string }

// writePage prints a page of the text with every fact marked where it stands. The page
// needs nothing beside itself and runs no script.
func (s *session) writePage(w *bufio.Writer, r *reading) error {
	views, err := template.New("page").Parse(pageText)
	if err != nil {
		return err
	}
	p := page{
		Lang: string(ui.LangOf(s)), Name: r.name, Aside: s.leftAside(r.text), say: s.say,
		Head: s.say("cli.read.head", r.name, string(r.text.Kind), r.facts.Chars, len(r.items)),
		Look: pageChecks(checksThat(r.facts, false)), Agree: pageChecks(checksThat(r.facts, true)),
	}
	for _, g := range intake.Groups {
		if n := r.count(g); n > 0 {
			p.Groups = append(p.Groups, pageGroup{Title: s.say("cli.group." + string(g)), Letter: string(g), Count: n, Lines: s.lines(r, g)})
		}
	}
	if err := views.ExecuteTemplate(w, "head", p); err != nil {
		return err
	}
	for line := range intake.Lines(r.text.Text, r.stretches()) {
		if len(line) == 0 {
			continue
		}
		if err := views.ExecuteTemplate(w, "paragraph", piecesOf(line)); err != nil {
			return err
		}
	}
	return views.ExecuteTemplate(w, "foot", p)
}

func pageChecks(list []report.Check) []pageCheck {
	var out []pageCheck
	for _, c := range list {
		check := pageCheck{Text: c.Text}
		for _, m := range intake.CheckMarks(c) {
			check.Marks = append(check.Marks, labelOf(m))
		}
		out = append(out, check)
	}
	return out
}
