package recordweb

import (
	"context"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"hamrong/internal/figure"
	"hamrong/internal/rulebook"
	"hamrong/internal/target"
	"hamrong/internal/viet"
	"hamrong/internal/web/ui"
)

// Say gives a rulebook's wording in the language of the page.
func Say(ctx context.Context, t rulebook.Text) string { return t.In(string(ui.LangOf(ctx))) }

// Population names what is counted: "chi bộ".
func Population(ctx context.Context, code string) string {
	return Say(ctx, rulebook.PopulationOf(code).Name)
}

// Noun is what is counted as Vietnamese says it in either language, since English would need
// its plural: "chi bộ".
func Noun(code string) string { return rulebook.PopulationOf(code).Name.VI }

// NounOf is what a target counts: by the rulebook, or as written where no rulebook has it.
func NounOf(c target.Content) string {
	if rulebook.HasPopulation(c.Population) || c.Subject == "" {
		return Noun(c.Population)
	}
	return c.Subject
}

// Counted is what a figure counts: by the rulebook, or as written where no rulebook has it.
func Counted(ctx context.Context, f figure.Figure) string {
	if rulebook.HasPopulation(f.Population) || f.Subject == "" {
		return Population(ctx, f.Population)
	}
	return f.Subject
}

// Level names a level, with "trở lên" where higher ones count.
func Level(ctx context.Context, code string, orHigher bool) string {
	name := Say(ctx, rulebook.LevelOf(code).Name)
	if title, ok := rulebook.TitleName(code); ok && !rulebook.IsLevel(code) {
		name = Say(ctx, title)
	}
	if orHigher {
		return ui.T(ctx, "record.level.up", name)
	}
	return name
}

// Said is a level or higher inside a sentence, after what is counted: "đạt trong sạch, vững mạnh trở lên".
func Said(ctx context.Context, code string) string {
	said := Say(ctx, rulebook.LevelOf(code).Said)
	if said == "" {
		name := Say(ctx, rulebook.LevelOf(code).Name)
		r, n := utf8.DecodeRuneInString(name)
		said = string(unicode.ToLower(r)) + name[n:]
	}
	return ui.T(ctx, "record.level.up", said)
}

// Category names a figure's level: a known one by the rulebook, else as written.
func Category(ctx context.Context, f figure.Figure) string {
	if _, title := rulebook.TitleName(f.Level); rulebook.IsLevel(f.Level) || title {
		return Level(ctx, f.Level, f.OrHigher)
	}
	if f.Category != "" {
		return f.Category
	}
	return strings.ReplaceAll(f.Level, "_", " ")
}

// Percent writes a percentage with the digits that were written: "97,6 %", "50 %".
func Percent(ctx context.Context, p figure.Percent) string {
	digits := strconv.FormatInt(p.Units, 10)
	for len(digits) <= p.Digits {
		digits = "0" + digits
	}
	whole, frac := digits[:len(digits)-p.Digits], digits[len(digits)-p.Digits:]
	sign, mark := "\u00a0%", ","
	if ui.LangOf(ctx) == ui.English {
		sign, mark = "%", "."
	}
	if frac != "" {
		whole += mark + frac
	}
	return whole + sign
}

// Value writes what a source states: "7/18", "36", "50 %", "gần 98 %".
func Value(ctx context.Context, v figure.Value) string {
	text := ""
	switch {
	case v.Count != nil && v.OfTotal != nil:
		text = ui.Number(ctx, *v.Count) + "/" + ui.Number(ctx, *v.OfTotal)
	case v.Count != nil:
		text = ui.Number(ctx, *v.Count)
	case v.Percent != nil:
		text = Percent(ctx, *v.Percent)
	}
	if v.Count != nil && v.Percent != nil {
		text += " (" + Percent(ctx, *v.Percent) + ")"
	}
	switch v.Qualifier {
	case figure.Nearly:
		return ui.T(ctx, "record.nearly", text)
	case figure.Over:
		return ui.T(ctx, "record.over", text)
	}
	return text
}

// Amount writes what is known of a share: "9/18", "164/168", "50 %", "ít nhất 7/18"; "" for nothing.
func Amount(ctx context.Context, a figure.Amount) string {
	if !a.Known {
		return ""
	}
	if !a.Counted {
		if a.Percent == nil {
			return "…"
		}
		return Value(ctx, figure.Value{Percent: a.Percent, Qualifier: a.Qualifier})
	}
	text := ui.Number(ctx, a.Count.Lo)
	if a.Total > 0 {
		text += "/" + ui.Number(ctx, a.Total)
	}
	if !a.Count.Exact() {
		if a.Qualifier == figure.Nearly {
			return ui.T(ctx, "record.nearly", ui.Number(ctx, a.Count.Hi))
		}
		return ui.T(ctx, "record.atleast", text)
	}
	return text
}

// Share writes an exact amount's share with one decimal, "" where there is none.
func Share(ctx context.Context, a figure.Amount) string {
	if a.Counted && a.Count.Exact() && a.Total > 0 {
		return ui.Share(ctx, a.Count.Lo, a.Total)
	}
	return ""
}

// doing are openings of measures that are done to what is counted, which Vietnamese names after
// them: "xét, đề nghị kết nạp đảng viên mới".
var doing = []string{"xet", "de nghi", "ket nap", "phat trien", "boi duong", "thanh lap", "to chuc", "cu ", "gioi thieu", "trong", "xay dung", "tao viec lam", "thu hut"}

// TargetName is the target as a line of a table: "Chi bộ đạt trong sạch vững mạnh".
func TargetName(c target.Content) string {
	folded := viet.Fold(c.Measure)
	for _, opening := range doing {
		if c.Unit == target.Count && strings.HasPrefix(folded, opening) && !strings.Contains(folded, viet.Fold(c.Subject)) {
			return Capital(strings.TrimSpace(c.Measure + " " + c.Subject))
		}
	}
	return Capital(strings.TrimSpace(c.Subject + " " + c.Measure))
}

// Aim writes what is to be reached: "trên 50 %", "từ 5 trở lên", "từ 15 đến 20 %".
func Aim(ctx context.Context, c target.Content) string {
	low, high := aimValue(ctx, c, c.Low), aimValue(ctx, c, c.High)
	if c.OfTotal > 0 {
		low += "/" + ui.Number(ctx, c.OfTotal)
	}
	switch c.Comparator {
	case target.Above:
		return ui.T(ctx, "record.aim.above", low)
	case target.AtLeast:
		return ui.T(ctx, "record.aim.atleast", low)
	case target.Below:
		return ui.T(ctx, "record.aim.below", low)
	case target.AtMost:
		return ui.T(ctx, "record.aim.atmost", low)
	case target.Range:
		return ui.T(ctx, "record.aim.range", bare(ctx, c.Low), high)
	case target.RangeUp:
		return ui.T(ctx, "record.aim.rangeup", bare(ctx, c.Low), high)
	}
	return low
}

func bare(ctx context.Context, hundredths int64) string {
	return ui.LangOf(ctx).Decimal(hundredths, 2)
}

func aimValue(ctx context.Context, c target.Content, v int64) string {
	switch c.Unit {
	case target.Percent:
		return ui.Percent(ctx, v)
	case target.PerMille:
		return bare(ctx, v) + "\u00a0‰"
	}
	return bare(ctx, v)
}

// Distance words how far an amount is from a target: "thiếu 1 chi bộ"; "" where it says nothing.
func Distance(ctx context.Context, d target.Distance, noun string) string {
	switch {
	case !d.Known:
		return ""
	case d.Short > 0:
		return ui.T(ctx, "record.short", d.Short, noun)
	case d.Over > 0:
		return ui.T(ctx, "record.over_by", d.Over, noun)
	case d.Spare > 0:
		return ui.T(ctx, "record.spare", d.Spare, noun)
	}
	return ""
}

// Need words which counts fit: "cần ít nhất 10/18", "khung 26 đến 33/168".
func Need(ctx context.Context, d target.Distance) string {
	of := ""
	if d.Total > 0 {
		of = "/" + ui.Number(ctx, d.Total)
	}
	switch {
	case !d.Known:
		return ""
	case d.Empty:
		return ui.T(ctx, "record.need.none")
	case d.HasMin && d.HasMax && d.Min == d.Max:
		return ui.T(ctx, "record.need.just", ui.Number(ctx, d.Min)+of)
	case d.HasMin && d.HasMax:
		return ui.T(ctx, "record.need.range", d.Min, ui.Number(ctx, d.Max)+of)
	case d.HasMin:
		return ui.T(ctx, "record.need.min", ui.Number(ctx, d.Min)+of)
	case d.HasMax:
		return ui.T(ctx, "record.need.max", ui.Number(ctx, d.Max)+of)
	}
	return ""
}

// Standing is the word for how a baseline stands to a target.
func Standing(ctx context.Context, s target.Standing) ui.Verdict {
	v := ui.Verdict{Text: ui.T(ctx, "record.standing."+string(s)), Tone: ui.ToneShort}
	switch s {
	case target.OnTarget, target.InRange:
		v.Tone = ui.ToneMet
	case target.Outside:
		v.Icon = ui.IconOver
	case target.Unsure, target.NoFigure:
		v.Tone = ui.ToneUnknown
	}
	return v
}

// Outcome is the word for a verdict.
func Outcome(ctx context.Context, v target.Verdict) ui.Verdict {
	w := ui.Verdict{Text: ui.T(ctx, "record.outcome."+string(v.Outcome)), Tone: ui.ToneShort}
	switch v.Outcome {
	case target.Met:
		w.Tone = ui.ToneMet
	case target.NotMet:
		if v.Position == target.Beyond {
			w.Icon = ui.IconOver
		}
	case target.Undecided, target.NoResult:
		w.Tone = ui.ToneUnknown
	}
	return w
}

// State is the word for a target's state.
func State(ctx context.Context, s target.State) string { return ui.T(ctx, "record.state."+string(s)) }

// Capital writes the first letter as a capital.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// FigureHref is the page of a figure's record.
func FigureHref(record int64) string { return "/figures/" + strconv.FormatInt(record, 10) }

// TargetHref is the page of a target's record.
func TargetHref(record int64) string { return "/targets/" + strconv.FormatInt(record, 10) }

// TitleHref is the page of a title's record.
func TitleHref(record int64) string { return "/titles/" + strconv.FormatInt(record, 10) }

// UnitHref is the page of a unit.
func UnitHref(unit int64) string { return "/units/" + strconv.FormatInt(unit, 10) }

// YearHref is the page of a unit's year.
func YearHref(unit int64, year int) string {
	return UnitHref(unit) + "/years/" + strconv.Itoa(year)
}

// PlainPercent writes a percentage as a field holds it: "97,6".
func PlainPercent(p figure.Percent) string {
	return strings.TrimSuffix(Percent(context.Background(), p), "\u00a0%")
}
