package recordweb

import (
	"context"

	"hamrong/internal/web/ui"
)

// Taking is what the form says that takes something back.
type Taking struct {
	Form    Form
	Action  string // address it is posted to
	Summary string // "Rút nghị quyết này"; "" for "Rút khỏi sổ"
	Happens string // what will be
}

func (t Taking) summary(ctx context.Context) string {
	if t.Summary == "" {
		return ui.T(ctx, "record.withdraw")
	}
	return t.Summary
}
