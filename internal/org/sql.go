package org

import (
	"hamrong/internal/access"
	"hamrong/internal/store"
)

// columns are those of a unit with one of its states.
const columns = `u.id, u.line, u.founded_on, u.ended_on, s.valid_from, s.valid_until, s.name, s.short_name, s.kind, s.level, COALESCE(s.parent_id, 0), s.place`

// onDay joins the state of the day in the placeholder; before the founding it is the first,
// after the end the last.
func onDay(day string) string {
	return ` FROM unit u JOIN unit_state s ON s.unit_id = u.id AND s.valid_from = COALESCE(
(SELECT MAX(x.valid_from) FROM unit_state x WHERE x.unit_id = u.id AND x.valid_from <= ` + day + `), u.founded_on)`
}

// living joins the state of the day in the placeholder, of units that exist on it.
func living(day string) string {
	return ` FROM unit u JOIN unit_state s ON s.unit_id = u.id AND s.valid_from <= ` + day + ` AND s.valid_until > ` + day
}

// nameOn is the name of a unit on a day, both columns of the row around.
func nameOn(unit, day string) string {
	return `(SELECT n.name FROM unit_state n WHERE n.unit_id = ` + unit + ` AND n.valid_from <= ` + day + ` AND n.valid_until > ` + day + `)`
}

const inOrder = ` ORDER BY s.place, s.sort_key, u.id`

// Reading.
var (
	unitOn     = store.Scoped(access.See, `SELECT `+columns+onDay("$2")+` WHERE u.id = $1 AND {scope:u.id}`)
	childrenOn = store.Scoped(access.See, `SELECT `+columns+living("$2")+` WHERE s.parent_id = $1 AND {scope:u.id}`+inOrder)
	linkedOn   = store.Scoped(access.See, `SELECT `+columns+living("$2")+` JOIN unit_office o ON o.unit_id = u.id AND o.valid_from <= $2 AND o.valid_until > $2
WHERE o.lead_id = $1 AND {scope:u.id}`+inOrder)
	states = store.Scoped(access.See, `SELECT s.valid_from, s.valid_until, s.name, s.short_name, s.kind, s.level, COALESCE(s.parent_id, 0), s.place,
COALESCE(`+nameOn("s.parent_id", "s.valid_from")+`, '') FROM unit_state s WHERE s.unit_id = $1 AND {scope:s.unit_id} ORDER BY s.valid_from`)
	events = store.Scoped(access.See, `SELECT e.id, e.unit_id, e.kind, e.happened_on, e.decision, e.reason, COALESCE(e.other_unit_id, 0), e.account_id, e.at,
COALESCE(`+nameOn("e.other_unit_id", "e.happened_on")+`, ''), COALESCE(a.name, '')
FROM unit_event e LEFT JOIN account a ON a.id = e.account_id WHERE e.unit_id = $1 AND {scope:e.unit_id} ORDER BY e.happened_on, e.id`)

	// The names of the units above one that may be seen are no secret, their pages may be.
	pathOn = store.Scoped(access.See, `SELECT `+columns+`, l.depth, CASE WHEN {scope:u.id} THEN 1 ELSE 0 END`+onDay("$2")+`
JOIN unit_lineage l ON l.ancestor_id = u.id AND l.unit_id = $1 AND l.valid_from <= $2 AND l.valid_until > $2
WHERE {scope:$1} ORDER BY l.depth DESC, u.id`)
	leadOn = store.Scoped(access.See, `SELECT `+columns+onDay("$2")+`
JOIN unit_office o ON o.lead_id = u.id AND o.unit_id = $1 JOIN unit m ON m.id = o.unit_id
WHERE o.valid_from <= $2 AND (o.valid_until > $2 OR o.valid_until = m.ended_on) AND {scope:$1}`)
)

// The tree.
var (
	grantedOn = store.Scoped(access.See, `SELECT `+columns+living("$1")+` WHERE {scope:u.id} AND u.id IN (
SELECT g.unit_id FROM access_grant g WHERE g.account_id = {caller} AND g.valid_from <= {today} AND g.valid_until > {today})`+inOrder)
	rootsOn = store.Scoped(access.See, `SELECT `+columns+living("$1")+` WHERE {scope:u.id} AND s.parent_id IS NULL
AND NOT EXISTS (SELECT 1 FROM unit_office o WHERE o.unit_id = u.id AND o.valid_from <= $1 AND o.valid_until > $1)`+inOrder)
	aboveOn  = store.Scoped(access.See, `SELECT l.ancestor_id FROM unit_lineage l WHERE l.unit_id = $1 AND l.valid_from <= $2 AND l.valid_until > $2 AND {scope:$1}`)
	depthsOn = store.Scoped(access.See, `SELECT l.depth, COUNT(*) FROM unit_lineage l JOIN unit u ON u.id = l.unit_id AND u.founded_on <= $2 AND u.ended_on > $2
WHERE l.ancestor_id = $1 AND l.valid_from <= $2 AND l.valid_until > $2 AND {scope:$1} GROUP BY l.depth ORDER BY l.depth`)
	belowOn = store.Scoped(access.See, `SELECT `+columns+`, COALESCE((SELECT o.lead_id FROM unit_office o WHERE o.unit_id = u.id AND o.valid_from <= $2 AND o.valid_until > $2), 0),
(SELECT COUNT(*) FROM unit_state c WHERE c.parent_id = u.id AND c.valid_from <= $2 AND c.valid_until > $2)`+living("$2")+`
JOIN unit_lineage l ON l.unit_id = u.id AND l.ancestor_id = $1 AND l.depth <= $3 AND l.valid_from <= $2 AND l.valid_until > $2
WHERE {scope:$1}`+inOrder)
	named = store.Scoped(access.See, `SELECT `+columns+living("$2")+` WHERE s.folded LIKE $1 ESCAPE '!' AND {scope:u.id} ORDER BY s.sort_key, u.id LIMIT 101`)
	// family are the units that a report of $1 may speak of, under all names that they ever had:
	// those above it and below it, and those of its office with theirs.
	family = store.Scoped(access.See, `SELECT `+columns+`, COALESCE((SELECT MAX(o.lead_id) FROM unit_office o WHERE o.unit_id = u.id AND o.valid_until = u.ended_on), 0)
FROM unit u JOIN unit_state s ON s.unit_id = u.id
WHERE {scope:$1} AND (u.id IN (SELECT l.ancestor_id FROM unit_lineage l WHERE l.unit_id = $1)
OR u.id IN (SELECT l.unit_id FROM unit_lineage l WHERE l.depth <= 3 AND l.ancestor_id IN (
  SELECT CAST($1 AS BIGINT) UNION SELECT o.lead_id FROM unit_office o WHERE o.unit_id = $1)))
ORDER BY u.id, s.valid_from`)
)

// Writing.
var (
	nextPlace = store.Scoped(access.Structure, `SELECT COALESCE(MAX(s.place), 0) + 1 FROM unit_state s WHERE s.parent_id = $1 AND {scope:$1}`)
	trim      = store.Scoped(access.Structure, `UPDATE unit_state SET valid_until = $1 WHERE unit_id = {unit} AND valid_until = '9999-12-31'`)
	reshape   = store.Scoped(access.Structure, `UPDATE unit_state SET name = $2, short_name = $3, folded = $4, sort_key = $5, kind = $6, level = $7, parent_id = $8, place = $9
WHERE unit_id = {unit} AND valid_from = $1`)
	nextState = store.Scoped(access.Structure, `INSERT INTO unit_state (unit_id, valid_from, name, short_name, folded, sort_key, kind, level, parent_id, place)
VALUES ({unit}, $1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`)
	insertEvent = store.Scoped(access.Structure, `INSERT INTO unit_event (unit_id, kind, happened_on, decision, reason, other_unit_id, account_id, at)
VALUES ({unit}, $1, $2, $3, $4, $5, {caller}, {now}) RETURNING id`)
	endUnit    = store.Scoped(access.Structure, `UPDATE unit SET ended_on = $1 WHERE id = {unit}`)
	openLink   = store.Scoped(access.Structure, `SELECT o.valid_from FROM unit_office o WHERE o.unit_id = {unit} AND o.valid_until = '9999-12-31'`)
	trimLink   = store.Scoped(access.Structure, `UPDATE unit_office SET valid_until = $1 WHERE unit_id = {unit} AND valid_until = '9999-12-31'`)
	dropLink   = store.Scoped(access.Structure, `DELETE FROM unit_office WHERE unit_id = {unit} AND valid_from >= $1`)
	insertLink = store.Scoped(access.Structure, `INSERT INTO unit_office (unit_id, lead_id, valid_from) VALUES ({unit}, $1, $2) RETURNING id`)
	after      = store.Scoped(access.Structure, `SELECT s.name FROM unit_state s WHERE s.parent_id = {unit} AND s.valid_until > $1
UNION SELECT s.name FROM unit_office o JOIN unit_state s ON s.unit_id = o.unit_id AND s.valid_until > $1
WHERE o.lead_id = {unit} AND o.valid_until > $1 ORDER BY 1`)
	alike = store.Scoped(access.Structure, `SELECT s.name FROM unit u JOIN unit_state s ON s.unit_id = u.id AND s.valid_until = '9999-12-31'
WHERE u.id <> $2 AND u.line = $3 AND (s.folded = $4 OR s.folded LIKE $5 ESCAPE '!') AND {scope:$1}
AND (s.parent_id = $1 OR EXISTS (SELECT 1 FROM unit_office o WHERE o.unit_id = u.id AND o.lead_id = $1 AND o.valid_until = '9999-12-31'))`)
	parentOf = store.Scoped(access.Structure, `SELECT `+columns+` FROM unit u JOIN unit_state s ON s.unit_id = u.id AND s.valid_until = u.ended_on
WHERE u.id = (SELECT c.parent_id FROM unit_state c WHERE c.unit_id = $1 AND c.valid_until = '9999-12-31') AND {scope:$1}`)
	childLevels = store.Scoped(access.Structure, `SELECT DISTINCT s.level FROM unit_state s WHERE s.parent_id = {unit} AND s.valid_until = '9999-12-31'`)
	laterAbove  = store.Scoped(access.Structure, `SELECT l.ancestor_id FROM unit_lineage l WHERE l.unit_id = $1 AND l.valid_until > $2 AND {scope:$1}`)
	// frozen finds a closed year that a change on the day $2 would alter: one of the unit itself or of a unit
	// above it at the end of that year. A year is closed by package year; its table is read here so that no caller can forget to ask.
	frozen = store.Scoped(access.Structure, `SELECT y.year, y.unit_id FROM unit_year y WHERE y.ended_by IS NULL AND y.stage = 'closed' AND y.year >= $2 AND {scope:$1}
AND EXISTS (SELECT 1 FROM unit_lineage l WHERE l.unit_id = $1 AND l.ancestor_id = y.unit_id
AND l.valid_from <= CAST(y.year AS TEXT) || '-12-31' AND l.valid_until > CAST(y.year AS TEXT) || '-12-31') ORDER BY y.year DESC LIMIT 1`)
)

// founding are the four statements that make a unit: by someone with the right Structure over
// what it stands under, or at set-up, when there is nobody and nothing yet.
type foundingStmts struct{ unit, state, event, office *store.Stmt }

const underChecked = "a new unit: what it stands under was checked by Tx.On, or there is nothing yet"

func founding(need access.Right) foundingStmts {
	return foundingStmts{
		unit: store.Whole(need, underChecked, `INSERT INTO unit (line, founded_on) VALUES ($1, $2) RETURNING id`),
		state: store.Whole(need, underChecked, `INSERT INTO unit_state (unit_id, valid_from, name, short_name, folded, sort_key, kind, level, parent_id, place)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`),
		event: store.Whole(need, underChecked, `INSERT INTO unit_event (unit_id, kind, happened_on, decision, reason, other_unit_id, account_id, at)
VALUES ($1, $2, $3, $4, $5, $6, {caller}, {now}) RETURNING id`),
		office: store.Whole(need, underChecked, `INSERT INTO unit_office (unit_id, lead_id, valid_from) VALUES ($1, $2, $3) RETURNING id`),
	}
}

var (
	foundedBelow = founding(access.Structure)
	foundedFirst = founding(access.Gate)
	rootLineage  = store.Whole(access.Gate, underChecked, insertLineageText)
	rootsOfLine  = store.Whole(access.Gate, "asked before anyone is known: may a first unit be founded", `SELECT COUNT(*) FROM unit u JOIN unit_state s ON s.unit_id = u.id
WHERE u.line = $1 AND s.parent_id IS NULL AND NOT EXISTS (SELECT 1 FROM unit_office o WHERE o.unit_id = u.id)`)
)

const (
	derived           = "lineage is worked out from states whose unit was checked"
	insertLineageText = `INSERT INTO unit_lineage (unit_id, ancestor_id, depth, valid_from, valid_until) VALUES ($1, $2, $3, $4, $5)`
	// those are the units below $1 on any day, itself included.
	those = `(SELECT d.unit_id FROM unit_lineage d WHERE d.ancestor_id = $1 UNION SELECT CAST($1 AS BIGINT))`
	// steps are all steps upward of those, the last one of an ended unit left open.
	steps = `SELECT s.unit_id, s.parent_id AS above, s.valid_from, CASE WHEN s.valid_until = u.ended_on THEN '9999-12-31' ELSE s.valid_until END AS valid_until
FROM unit_state s JOIN unit u ON u.id = s.unit_id WHERE s.parent_id IS NOT NULL AND s.unit_id IN ` + those + `
UNION ALL SELECT o.unit_id, o.lead_id, o.valid_from, CASE WHEN o.valid_until = u.ended_on THEN '9999-12-31' ELSE o.valid_until END
FROM unit_office o JOIN unit u ON u.id = o.unit_id WHERE o.unit_id IN ` + those
)

// Lineage.
var (
	bornBelow   = store.Whole(access.Structure, derived, `SELECT u.id, u.founded_on FROM unit u WHERE u.id IN `+those)
	stepsBelow  = store.Whole(access.Structure, derived, steps)
	outsideRows = store.Whole(access.Structure, derived, `SELECT l.unit_id, l.ancestor_id, l.depth, l.valid_from, l.valid_until FROM unit_lineage l
WHERE l.unit_id IN (SELECT e.above FROM (`+steps+`) e) AND l.unit_id NOT IN `+those)
	forget        = store.Whole(access.Structure, derived, `DELETE FROM unit_lineage WHERE unit_id IN `+those)
	insertLineage = store.Whole(access.Structure, derived, insertLineageText)
)
