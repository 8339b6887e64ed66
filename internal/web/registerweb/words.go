package registerweb

import (
	"context"
	"strings"

	"hamrong/internal/ledger"
	"hamrong/internal/web/ui"
)

// Taking is what the form says that takes something back.
type Taking struct {
	Form    Form
	Action  string // address it is posted to
	Summary string // "Rút nghị quyết này"
	Happens string // what will be
	Field   string // name of the reason's field where the page has another one; "" is "reason"
}

func (t Taking) field() string {
	if t.Field == "" {
		return "reason"
	}
	return t.Field
}

func changeLine(ctx context.Context, c Change) string {
	none := ui.T(ctx, "register.story.none")
	return ui.T(ctx, "register.story.field", c.Label, short(c.Old, none), short(c.New, none))
}

// longest is how many letters of a value the story shows.
const longest = 120

func short(s, none string) string {
	if s == "" {
		return none
	}
	if r := []rune(s); len(r) > longest {
		return string(r[:longest]) + " …"
	}
	return s
}

func namesOf(ctx context.Context, list []ledger.Version) string {
	var names []string
	for _, v := range list[:min(shown, len(list))] {
		names = append(names, short(v.Name, "…"))
	}
	text := strings.Join(names, "; ")
	if more := len(list) - shown; more > 0 {
		text += ui.T(ctx, "register.story.more", more)
	}
	return text
}
