package org

import (
	"errors"
	"regexp"
	"strings"
	"unicode"

	"hamrong/internal/fault"
	"hamrong/internal/viet"
)

// maxPasted is how many lines one pasted list may have.
const maxPasted = 2000

// Verdict is what becomes of one line of a pasted list.
type Verdict string

// The verdicts.
const (
	Fresh     Verdict = "new"       // will be founded
	Exists    Verdict = "exists"    // a unit of that name stands below the parent already
	Duplicate Verdict = "duplicate" // an earlier line has the same name
	Sum       Verdict = "sum"       // only adds the others up: "Cộng: 12 chi bộ"
	Wrong     Verdict = "wrong"     // cannot be read; Key says why
)

// Pasted is one line of a pasted list of units.
type Pasted struct {
	Number  int // of the line, from 1
	Text    string
	Naming  Naming
	Verdict Verdict
	Unit    int64  // the unit of an Exists
	Key     string // locale key of what is wrong, with Args
	Args    []any
}

// bullet is what stands before a name in a list: "1.", "2)", "a)", "I.", "-", "+", "•".
var bullet = regexp.MustCompile(`^\s*(?:\(?\d{1,4}[.)/]\s*|\(?(?:[a-zA-ZđĐ]|[IVXLivxl]{1,5})[.)/]\s+|[-–—+*•·▪]\s*)+`)

var onlyNumber = regexp.MustCompile(`^\d{1,4}[.)]?$`)

// parseList reads a pasted list: one unit a line, its name first; after a tab or ";" its kind
// and its short name in either order. Numbering, bullets and a head line are left aside, empty lines too.
func parseList(text string, line Line) []Pasted {
	var list []Pasted
	for i, raw := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		cells := strings.FieldsFunc(raw, func(r rune) bool { return r == '\t' || r == ';' })
		for len(cells) > 1 && (strings.TrimSpace(cells[0]) == "" || onlyNumber.MatchString(strings.TrimSpace(cells[0]))) {
			cells = cells[1:]
		}
		if len(cells) == 0 || strings.TrimSpace(raw) == "" || headLine(raw) {
			continue
		}
		p := Pasted{Number: i + 1, Text: tidy(raw), Verdict: Fresh}
		p.read(cells, line)
		if sumLine(p.Naming.Name) {
			p.Verdict, p.Key, p.Args = Sum, "", nil
		}
		list = append(list, p)
	}
	return list
}

// read takes the cells of a line.
func (p *Pasted) read(cells []string, line Line) {
	p.Naming.Name = strings.Trim(tidy(bullet.ReplaceAllString(cells[0], "")), ".,;: ")
	p.Naming.Kind = kindOfName(p.Naming.Name, line)
	for _, cell := range cells[1:] {
		cell = tidy(cell)
		if cell == "" {
			continue
		}
		if kind := kindWord(cell, line); kind != "" {
			p.Naming.Kind = kind
		} else if p.Naming.Short == "" && speak(cell).line == "" {
			p.Naming.Short = cell
		} else {
			p.Verdict, p.Key, p.Args = Wrong, "org.paste_cell", []any{cell}
		}
	}
	var form fault.Form
	checkNames(&form, p.Naming.Name, p.Naming.Short)
	if s := speak(p.Naming.Name); s.line != "" && s.line != line {
		form.Add("name", "org.paste_line", s.line)
	}
	if fields := fieldsOf(form.Err()); len(fields) > 0 {
		p.Verdict, p.Key, p.Args = Wrong, fields[0].Key, fields[0].Args
	}
}

// fieldsOf gives the wrong fields of a form's fault; none for nil.
func fieldsOf(err error) []fault.Field {
	var f *fault.Error
	if errors.As(err, &f) {
		return f.Fields
	}
	return nil
}

// kindWord reads a cell that names a kind, in Vietnamese or as a code; "" if it does not.
func kindWord(cell string, line Line) Kind {
	folded := strings.Join(strings.FieldsFunc(viet.Fold(cell), func(r rune) bool { return unicode.IsSpace(r) || r == '_' }), " ")
	for _, k := range line.Kinds() {
		if strings.ReplaceAll(string(k), "_", " ") == folded {
			return k
		}
	}
	return ""
}

// sumOf is how a line that adds up a list goes on behind "Cộng", "Tổng cộng" or "Tổng số".
var sumOf = regexp.MustCompile(`^(?:tong )?(?:cong|so)(?: cong)?(?: (?:co|la))?(?: \d.*)?$`)

// sumLine reports a line that only says how many units a list has. "Công đoàn Sở" goes on
// with no number.
func sumLine(name string) bool { return sumOf.MatchString(strings.Join(plainWords(name), " ")) }

// headLine reports a line that only names the columns.
func headLine(raw string) bool {
	words := plainWords(raw)
	return len(words) > 1 && (words[0] == "tt" || words[0] == "stt")
}

// judge settles which lines are new beside the units that stand below the parent.
func judge(list []Pasted, standing []Unit) []Pasted {
	existing, seen := map[string]int64{}, map[string]bool{}
	for _, u := range standing {
		existing[sameName(u.Name)] = u.ID
	}
	for i := range list {
		p := &list[i]
		if p.Verdict != Fresh {
			continue
		}
		name := sameName(p.Naming.Name)
		if id, ok := existing[name]; ok {
			p.Verdict, p.Unit = Exists, id
		} else if seen[name] {
			p.Verdict = Duplicate
		}
		seen[name] = true
	}
	return list
}

// sameName gives what two names have in common that are written alike but for case, the place
// of tone marks, blanks and signs. Marks count: "Chi bộ Lê" is not "Chi bộ Lễ".
func sameName(name string) string {
	return strings.Join(strings.FieldsFunc(viet.Spell(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// count counts the lines of a verdict.
func count(list []Pasted, v Verdict) int {
	n := 0
	for _, p := range list {
		if p.Verdict == v {
			n++
		}
	}
	return n
}
