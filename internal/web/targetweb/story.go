package targetweb

import (
	"context"

	"hamrong/internal/target"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// fieldsOf lists the versions field by field, for the story.
func fieldsOf(ctx context.Context, list []target.Target) []recordweb.Version {
	var out []recordweb.Version
	for _, g := range list {
		level, yearly := "", ""
		if g.HasHigher() {
			level = wording.Level(ctx, g.Level, g.OrHigher)
		}
		if g.Frequency == target.Yearly {
			yearly = ui.T(ctx, "target.yearly")
		}
		out = append(out, recordweb.Version{Begun: g.Begun, Ended: g.Ended, Fields: []recordweb.Field{
			{Label: ui.T(ctx, "target.fact.target"), Value: wording.TargetName(g.Content)}, {Label: ui.T(ctx, "target.fact.aim"), Value: wording.Aim(ctx, g.Content)},
			{Label: ui.T(ctx, "target.fact.period"), Value: string(g.Period)}, {Label: ui.T(ctx, "target.fact.state"), Value: wording.State(ctx, g.State)},
			{Label: ui.T(ctx, "target.fact.decision"), Value: decisionText(ctx, g)}, {Label: ui.T(ctx, "target.fact.level"), Value: level},
			{Label: ui.T(ctx, "target.field.field"), Value: g.Field}, {Label: ui.T(ctx, "target.field.base"), Value: g.Base},
			{Label: ui.T(ctx, "target.fact.frequency"), Value: yearly}, {Label: ui.T(ctx, "target.field.note"), Value: g.Note}}})
	}
	return out
}
