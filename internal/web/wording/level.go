package wording

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"hamrong/internal/figure"
	"hamrong/internal/rulebook"
	"hamrong/internal/web/ui"
)

// Level names a level, with "trở lên" where higher ones count.
func Level(ctx context.Context, code string, orHigher bool) string {
	name := Say(ctx, rulebook.LevelOf(code).Name)
	if title, ok := rulebook.TitleName(code); ok && !rulebook.IsLevel(code) {
		name = Say(ctx, title)
	}
	if orHigher {
		return ui.T(ctx, "wording.level.up", name)
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
	return ui.T(ctx, "wording.level.up", said)
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
