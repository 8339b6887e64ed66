package orgweb

import (
	"context"
	"strconv"

	"hamrong/internal/org"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
)

// withNone begins a list of units with the line that chooses none.
func withNone(ctx context.Context, options []ui.Option) []ui.Option {
	return append([]ui.Option{{Value: "", Label: ui.T(ctx, "ui.form.choose")}}, options...)
}

// dayHint says from which day on a change can be dated.
func dayHint(ctx context.Context, v formView) string {
	if v.Unit.From == org.Always {
		return ui.T(ctx, "ui.form.date.hint")
	}
	return ui.T(ctx, "org.on.hint", v.Unit.From)
}

// pasteWeight is the weight of the button that shows the preview: it is the primary one until
// there is something to confirm.
func pasteWeight(v formView) ui.ButtonKind {
	if v.Shown && v.Preview.Wrong == 0 && v.Preview.New > 0 {
		return ui.Secondary
	}
	return ui.Primary
}

// previewTable says of each line what becomes of it.
func previewTable(ctx context.Context, v formView) ui.Table {
	t := ui.Table{Caption: ui.T(ctx, "org.paste.preview"), Hidden: true, Columns: []ui.Column{
		{Head: ui.T(ctx, "org.paste.line"), Kind: ui.Numbers, Place: ui.PhoneHidden}, {Head: ui.T(ctx, "org.name")}, {Head: ui.T(ctx, "org.kind"), Place: ui.PhoneHidden},
		{Head: ui.T(ctx, "org.short"), Place: ui.PhoneHidden}, {Head: ui.T(ctx, "org.paste.verdict")}}}
	for _, p := range v.Preview.Lines {
		verdict := ui.Cell{Text: ui.T(ctx, "org.paste.is."+string(p.Verdict)), Icon: ui.IconPlus, Tone: ui.ToneMet}
		row := ui.Row{}
		switch p.Verdict {
		case org.Exists:
			verdict.Icon, verdict.Tone, verdict.Href, row.Kind = ui.IconMinus, ui.ToneUnknown, recordweb.UnitHref(p.Unit), ui.RowZero
		case org.Duplicate, org.Sum:
			verdict.Icon, verdict.Tone, row.Kind = ui.IconMinus, ui.ToneUnknown, ui.RowZero
		case org.Wrong:
			verdict.Icon, verdict.Tone, verdict.Sub, row.Look = ui.IconWarn, ui.ToneShort, ui.T(ctx, p.Key, told(p.Args)...), true
		}
		name := p.Naming.Name
		if name == "" {
			name = p.Text
		}
		row.Cells = []ui.Cell{{Text: strconv.Itoa(p.Number)}, {Text: name}, {Text: ui.T(ctx, "org.kind."+string(p.Naming.Kind))}, {Text: p.Naming.Short}, verdict}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// told makes words of the arguments that are codes.
func told(args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		if line, ok := a.(org.Line); ok {
			a = ui.Key("org.line." + string(line))
		}
		out[i] = a
	}
	return out
}
