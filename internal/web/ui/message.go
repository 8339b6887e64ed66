package ui

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/a-h/templ"

	"hamrong/internal/period"
)

// Key is an argument of T that is itself looked up: T(ctx, "x.of", ui.Key("unit.branch")).
type Key string

// message is one sentence, cut at its placeholders: "Nhắc {0} chi bộ". In Rich sentences "**"
// switches bold on and off. "one" is the English singular, chosen when the first whole number
// among the arguments is 1 (or -1); Vietnamese has no plural.
type message struct{ one, other []segment }

// segment is literal text, or a placeholder when arg > 0 (the argument's number plus one).
type segment struct {
	text string
	arg  int
	bold bool
}

// UnmarshalJSON reads "text" or {"one": "text", "other": "text"}.
func (m *message) UnmarshalJSON(raw []byte) error {
	var plain string
	if json.Unmarshal(raw, &plain) == nil {
		var err error
		m.other, err = cut(plain)
		return err
	}
	var plural struct{ One, Other string }
	err := json.Unmarshal(raw, &plural)
	if err != nil {
		return fmt.Errorf("neither a text nor {one, other}: %w", err)
	}
	m.one, err = cut(plural.One)
	if err != nil {
		return err
	}
	m.other, err = cut(plural.Other)
	return err
}

// cut splits a sentence at {0} … {9} and **.
func cut(s string) ([]segment, error) {
	var out []segment
	bold := false
	flush := func(text string) {
		for i, part := range strings.Split(text, "**") {
			if i > 0 {
				bold = !bold
			}
			if part != "" {
				out = append(out, segment{text: part, bold: bold})
			}
		}
	}
	for {
		i := strings.IndexByte(s, '{')
		if i < 0 {
			flush(s)
			break
		}
		if i+2 >= len(s) || s[i+2] != '}' || s[i+1] < '0' || s[i+1] > '9' {
			return nil, fmt.Errorf("bad placeholder in %q", s)
		}
		flush(s[:i])
		out = append(out, segment{arg: int(s[i+1]-'0') + 1, bold: bold})
		s = s[i+3:]
	}
	if bold {
		return nil, fmt.Errorf("unclosed ** in %q", s)
	}
	return out, nil
}

// places is a bit set of the placeholders that the message's main form holds.
func (m message) places() (set uint16) {
	for _, s := range m.other {
		if s.arg > 0 {
			set |= 1 << (s.arg - 1)
		}
	}
	return set
}

// form chooses singular or plural.
func (m message) form(args []any) []segment {
	if m.one == nil {
		return m.other
	}
	for _, a := range args {
		if n, ok := whole(a); ok {
			if n == 1 || n == -1 {
				return m.one
			}
			break
		}
	}
	return m.other
}

func whole(a any) (int64, bool) {
	switch v := a.(type) {
	case int:
		return int64(v), true
	case int32:
		return int64(v), true
	case int64:
		return v, true
	}
	return 0, false
}

// T gives the sentence of key in the language of the context, its placeholders filled: whole
// numbers with their thousands marks, dates as the language writes them, Key looked up.
func T(ctx context.Context, key string, args ...any) string {
	s := speechOf(ctx)
	segs := s.cat.find(s.lang, key).form(args)
	if len(segs) == 1 && segs[0].arg == 0 {
		return segs[0].text
	}
	var b strings.Builder
	for _, g := range segs {
		if g.arg == 0 {
			b.WriteString(g.text)
		} else {
			b.WriteString(argument(ctx, args, g.arg-1))
		}
	}
	return b.String()
}

// argument writes one argument as text; a component has no text and belongs into Rich.
func argument(ctx context.Context, args []any, i int) string {
	if i >= len(args) {
		return "{" + strconv.Itoa(i) + "}"
	}
	lang := LangOf(ctx)
	if n, ok := whole(args[i]); ok {
		return lang.Number(n)
	}
	switch v := args[i].(type) {
	case string:
		return v
	case Key:
		return T(ctx, string(v))
	case period.Date:
		return lang.Date(v)
	case period.Period:
		return string(v)
	case time.Time:
		return lang.Moment(v)
	case templ.Component:
		return ""
	}
	return fmt.Sprint(args[i])
}
