package intakeweb

import (
	"context"
	"strings"

	"hamrong/internal/intake"
	"hamrong/internal/org"
	"hamrong/internal/web/ui"
)

func subline(ctx context.Context, v sheetView) string {
	s := ui.T(ctx, "intake.sub", v.Sheet.Document.Facts.Chars, v.Total, v.Open)
	if n := v.Sheet.Document.Pictures; n > 0 {
		s += " " + ui.T(ctx, "intake.pictures", n)
	}
	return s
}

func enterLabel(ctx context.Context, v sheetView) string {
	if v.Year != "" && v.Closed == 0 {
		return ui.T(ctx, "intake.enter_year", v.Year)
	}
	return ui.T(ctx, "intake.enter")
}

// choicesOf lists what can be decided about a row; only figures, targets, titles and the positions of people can be corrected here.
func choicesOf(r row) []intake.Choice {
	if len(r.Fields) == 0 {
		return []intake.Choice{intake.Accept, intake.Leave}
	}
	return []intake.Choice{intake.Accept, intake.Edit, intake.Leave}
}

// idOf makes an id of a name's key, which holds letters, digits and spaces.
func idOf(key string) string {
	if key == "" {
		return "own"
	}
	return strings.ReplaceAll(key, " ", "-")
}

func anyUnknown(list []nameLine) bool {
	for _, n := range list {
		if n.Found && n.Name != "" {
			return true
		}
	}
	return false
}

func lines() []org.Line { return org.Lines }

// properName proposes the full name of a unit that the report calls by a short one:
// "Đoàn thanh niên" of "Đảng bộ Sở Xây dựng" becomes "Đoàn thanh niên Sở Xây dựng".
func properName(name, lead string) string {
	office, ok := strings.CutPrefix(lead, "Đảng bộ ")
	if !ok {
		return name
	}
	words := strings.Fields(name)
	if len(words) > 0 && words[len(words)-1] == "Sở" && strings.HasPrefix(office, "Sở ") {
		return strings.Join(words[:len(words)-1], " ") + " " + office
	}
	if strings.Contains(name, office) || strings.Contains(office, name) {
		return name
	}
	return name + " " + office
}

// sheetIntro says what the page is for: who may not write is not told to.
func sheetIntro(ctx context.Context, v sheetView) string {
	if v.Write {
		return ui.T(ctx, "intake.sheet.intro")
	}
	return ui.T(ctx, "intake.sheet.intro.read")
}
