package store

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"hamrong/internal/access"
	"hamrong/internal/fault"
)

// Stmt is one SQL statement together with the right that it needs. Statements
// are package variables made once; their text is the same on both databases.
//
// Markers in the text are bound from the permit, never from the caller:
//
//	{scope:u.id}  with the table's name or a placeholder: true for units over which the caller holds the needed right
//	{unit}        the unit for which the permit was asked
//	{caller}      the account that acts
//	{now}         the transaction's one time, milliseconds since 1970, UTC
//	{today}       the transaction's day, YYYY-MM-DD
type Stmt struct {
	need  access.Right
	text  string
	binds []bind // what follows the caller's own arguments
	own   int    // how many arguments the caller gives
	write bool   // it changes rows
}

type bind uint8

const (
	bindWhole bind = iota
	bindCaller
	bindToday
	bindAsOf
	bindUnit
	bindNow
)

var (
	markers = regexp.MustCompile(`\{(scope:(?:[a-z_0-9]+\.[a-z_0-9]+|\$[0-9]+)|unit|caller|now|today)\}`)
	holders = regexp.MustCompile(`\$(\d+)`)
)

// Scoped makes a statement whose rows are filtered by the permit. It panics,
// at program start, on a text that has neither a scope nor the permit's unit.
func Scoped(need access.Right, text string) *Stmt {
	if !strings.Contains(text, "{scope:") && !strings.Contains(text, "{unit}") {
		panic("store: statement without {scope:…} or {unit}: " + text)
	}
	return compile(need, text)
}

// Whole makes a statement over rows that belong to no unit (accounts, sessions,
// the shared vocabulary) or whose unit was checked through Tx.On. The reason
// stands beside each use so that a reader of the code can judge it.
func Whole(need access.Right, reason, text string) *Stmt {
	if reason == "" {
		panic("store: unscoped statement without a reason: " + text)
	}
	return compile(need, text)
}

func compile(need access.Right, text string) *Stmt {
	verb, _, _ := strings.Cut(strings.TrimSpace(text), " ")
	if !slices.Contains([]string{"SELECT", "INSERT", "UPDATE", "DELETE"}, verb) {
		panic("store: only rows are read and written by statements: " + text)
	}
	s := &Stmt{need: need, write: verb != "SELECT"}
	for _, m := range holders.FindAllStringSubmatch(text, -1) {
		if n, _ := strconv.Atoi(m[1]); n > s.own { // the pattern admits digits only
			s.own = n
		}
	}
	place := map[bind]string{}
	at := func(b bind) string {
		if p, ok := place[b]; ok {
			return p
		}
		s.binds = append(s.binds, b)
		place[b] = "$" + strconv.Itoa(s.own+len(s.binds))
		return place[b]
	}
	s.text = markers.ReplaceAllStringFunc(text, func(m string) string {
		switch name := strings.Trim(m, "{}"); name {
		case "unit":
			return at(bindUnit)
		case "caller":
			return at(bindCaller)
		case "now":
			return at(bindNow)
		case "today":
			return at(bindToday)
		default:
			return scope(need, strings.TrimPrefix(name, "scope:"), at)
		}
	})
	if strings.ContainsAny(s.text, "{}") {
		panic("store: unknown marker in: " + text)
	}
	return s
}

// scope is true for a unit when the caller holds, today, a grant with the needed
// right over the unit or one of its ancestors by today's tree. For reading, the
// tree of the past day that is read does as well; writing needs today's.
func scope(need access.Right, column string, at func(bind) string) string {
	roles := access.With(need)
	quoted := make([]string, len(roles))
	for i, r := range roles {
		quoted[i] = "'" + string(r) + "'"
	}
	if len(quoted) == 0 {
		quoted = []string{"''"}
	}
	past := ""
	if need == access.See {
		past = fmt.Sprintf(` OR (sl.valid_from <= %[1]s AND sl.valid_until > %[1]s)`, at(bindAsOf))
	}
	return fmt.Sprintf(`(%[1]s = 1 OR EXISTS (SELECT 1 FROM access_grant sg JOIN unit_lineage sl ON sl.ancestor_id = sg.unit_id
  WHERE sg.account_id = %[2]s AND sg.role IN (%[3]s) AND sg.valid_from <= %[4]s AND sg.valid_until > %[4]s AND sl.unit_id = %[5]s
  AND ((sl.valid_from <= %[4]s AND sl.valid_until > %[4]s)%[6]s)))`,
		at(bindWhole), at(bindCaller), strings.Join(quoted, ", "), at(bindToday), column, past)
}

// plain gives the number that both databases keep for yes and no, any other value as it is.
func plain(v any) any {
	switch v {
	case true:
		return 1
	case false:
		return 0
	}
	return v
}

// args completes the caller's arguments with what the permit binds.
func (s *Stmt) args(t *Tx, own []any) ([]any, error) {
	if s.need == 0 || t.rights&s.need != s.need {
		return nil, fmt.Errorf("store: permit %q does not carry the right %b of: %s: %w", t.permit.Spec().Action, s.need, s.text, fault.Denied)
	}
	if s.write && (t.marks == nil || t.rights&^access.See == 0) {
		return nil, fmt.Errorf("store: permit %q may only read: %s: %w", t.permit.Spec().Action, s.text, fault.Denied)
	}
	if len(own) != s.own {
		return nil, fmt.Errorf("store: %d arguments given, %d wanted: %s", len(own), s.own, s.text)
	}
	spec := t.permit.Spec()
	all := make([]any, 0, len(own)+len(s.binds))
	for _, v := range own {
		all = append(all, plain(v))
	}
	for _, b := range s.binds {
		switch b {
		case bindWhole:
			all = append(all, plain(spec.Whole))
		case bindCaller:
			all = append(all, spec.Caller)
		case bindToday:
			all = append(all, string(spec.Today))
		case bindAsOf:
			all = append(all, string(spec.AsOf))
		case bindUnit:
			if t.unit == 0 {
				return nil, fmt.Errorf("store: permit %q names no unit for: %s", spec.Action, s.text)
			}
			all = append(all, t.unit)
		case bindNow:
			all = append(all, t.now.UnixMilli())
		}
	}
	return all, nil
}
