package account

import (
	"hamrong/internal/access"
	"hamrong/internal/period"
	"hamrong/internal/store"
)

const (
	noUnit = "accounts and links belong to no unit; asked before anyone is known"
	own    = "the caller's own account"
	judged = "the account was judged manageable in the same transaction"

	columns = `a.id, a.login, a.name, a.locale, a.disabled_at, CASE WHEN a.password = '' THEN 0 ELSE 1 END, a.session_epoch`
	grants  = `SELECT g.id, g.account_id, g.role, g.unit_id, COALESCE(s.name, ''), g.valid_from, g.valid_until
FROM access_grant g LEFT JOIN unit_state s ON s.unit_id = g.unit_id AND s.valid_from <= {today} AND s.valid_until > {today}`
)

// Before anyone is known.
var (
	countAccounts = store.Whole(access.Gate, noUnit, `SELECT COUNT(*) FROM account`)
	byLogin       = store.Whole(access.Gate, noUnit, `SELECT `+columns+`, a.password FROM account a WHERE a.login = $1`)
	byID          = store.Whole(access.Gate, noUnit, `SELECT `+columns+` FROM account a WHERE a.id = $1`)
	passwordOf    = store.Whole(access.Gate, noUnit, `SELECT a.password FROM account a WHERE a.id = $1`)
	ownGrants     = store.Whole(access.Gate, own, grants+` WHERE g.account_id = $1 ORDER BY g.id`)
	ownerName     = store.Whole(access.Gate, "the name of the organisation stands on the sign-in page", `SELECT s.name FROM unit_state s
WHERE s.parent_id IS NULL AND s.valid_from <= {today} AND s.valid_until > {today}
AND s.unit_id NOT IN (SELECT o.unit_id FROM unit_office o) ORDER BY s.unit_id LIMIT 1`)
	insertFirst = store.Whole(access.Gate, noUnit, `INSERT INTO account (login, name, password, locale, created_at) VALUES ($1, $2, $3, $4, {now}) RETURNING id`)
	firstGrant  = store.Whole(access.Gate, noUnit, `INSERT INTO access_grant (account_id, role, unit_id, valid_from) VALUES ($1, $2, $3, {today}) RETURNING id`)
	setPassword = store.Whole(access.Gate, own, `UPDATE account SET password = $2, session_epoch = session_epoch + 1 WHERE id = $1 AND disabled_at = 0`)
	voidOwn     = store.Whole(access.Gate, own, `UPDATE one_time_link SET used_at = {now} WHERE account_id = $1 AND used_at = 0`)
	setLocale   = store.Whole(access.Gate, own, `UPDATE account SET locale = $2 WHERE id = $1`)
	linkByHash  = store.Whole(access.Gate, noUnit, `SELECT l.id, l.purpose, COALESCE(l.account_id, 0), COALESCE(a.name, ''), COALESCE(a.login, '')
FROM one_time_link l LEFT JOIN account a ON a.id = l.account_id
WHERE l.hash = $1 AND l.used_at = 0 AND l.expires_at > {now} AND COALESCE(a.disabled_at, 0) = 0`)
	useLink    = store.Whole(access.Gate, noUnit, `UPDATE one_time_link SET used_at = {now} WHERE id = $1 AND used_at = 0 AND expires_at > {now}`)
	voidSetUp  = store.Whole(access.Gate, noUnit, `UPDATE one_time_link SET used_at = {now} WHERE purpose = 'setup' AND used_at = 0`)
	insertLink = store.Whole(access.Gate, noUnit, `INSERT INTO one_time_link (hash, purpose, account_id, expires_at) VALUES ($1, $2, NULLIF($3, 0), $4) RETURNING id`)
)

// For administrators.
var (
	seenAccounts = store.Scoped(access.Administer, `SELECT `+columns+` FROM account a
WHERE EXISTS (SELECT 1 FROM access_grant g WHERE g.account_id = a.id AND {scope:g.unit_id}) ORDER BY a.login`)
	seenAccount = store.Scoped(access.Administer, `SELECT `+columns+` FROM account a
WHERE a.id = $1 AND EXISTS (SELECT 1 FROM access_grant g WHERE g.account_id = a.id AND {scope:g.unit_id})`)
	seenGrants = store.Scoped(access.Administer, grants+` WHERE {scope:g.unit_id} ORDER BY g.account_id, g.valid_from, g.id`)
	seenGrant  = store.Scoped(access.Administer, grants+` WHERE g.id = $1 AND {scope:g.unit_id}`)
	// Standing or future grants that the caller does not administer make an account somebody else's.
	foreignGrants = store.Scoped(access.Administer, `SELECT COUNT(*) FROM access_grant g WHERE g.account_id = $1 AND g.valid_until > {today} AND NOT {scope:g.unit_id}`)

	insertAccount = store.Whole(access.Administer, "a new account belongs to no unit; its first grant is checked", `INSERT INTO account (login, name, locale, created_at) VALUES ($1, $2, $3, {now}) RETURNING id`)
	insertGrant   = store.Scoped(access.Administer, `INSERT INTO access_grant (account_id, role, unit_id, valid_from, valid_until) VALUES ($1, $2, {unit}, $3, $4) RETURNING id`)
	// Nobody administers a new top yet: who administers the former one today does, for as long.
	ownTop = store.Scoped(access.Administer, `INSERT INTO access_grant (account_id, role, unit_id, valid_from, valid_until)
SELECT g.account_id, g.role, $1, g.valid_from, g.valid_until FROM access_grant g
WHERE g.unit_id = {unit} AND g.role = 'administrator' AND g.valid_from <= {today} AND g.valid_until > {today} ORDER BY g.id RETURNING id`)
	sameGrant = store.Scoped(access.Administer, `SELECT g.id FROM access_grant g WHERE g.account_id = $1 AND g.role = $2 AND g.unit_id = {unit} AND g.valid_until > $3 AND g.valid_from < $4`)
	endGrant  = store.Scoped(access.Administer, `UPDATE access_grant SET valid_until = {today} WHERE id = $1 AND unit_id = {unit} AND valid_from < {today} AND valid_until > {today}`)
	dropGrant = store.Scoped(access.Administer, `DELETE FROM access_grant WHERE id = $1 AND unit_id = {unit} AND valid_from >= {today}`)
	disable   = store.Whole(access.Administer, judged, `UPDATE account SET disabled_at = {now}, session_epoch = session_epoch + 1 WHERE id = $1 AND disabled_at = 0`)
	enable    = store.Whole(access.Administer, judged, `UPDATE account SET disabled_at = 0 WHERE id = $1 AND disabled_at <> 0`)
	issueLink = store.Whole(access.Administer, judged, `INSERT INTO one_time_link (hash, purpose, account_id, expires_at) VALUES ($1, 'sign_in', $2, $3) RETURNING id`)
	voidLinks = store.Whole(access.Administer, judged, `UPDATE one_time_link SET used_at = {now} WHERE account_id = $1 AND used_at = 0`)
	loginID   = store.Whole(access.Administer, "the person at the machine names an account", `SELECT a.id FROM account a WHERE a.login = $1 AND a.disabled_at = 0`)

	// Units whose only lasting administrator would be gone without the grants of an
	// account ($1), or without one of them ($2, 0 for all).
	orphaned = store.Whole(access.Administer, judged, `SELECT COUNT(*) FROM access_grant g
WHERE g.account_id = $1 AND (g.id = $2 OR $2 = 0) AND g.role = 'administrator' AND g.valid_from <= {today} AND g.valid_until > {today}
AND NOT EXISTS (SELECT 1 FROM access_grant o JOIN account a ON a.id = o.account_id JOIN unit_lineage l ON l.ancestor_id = o.unit_id
  WHERE o.role = 'administrator' AND l.unit_id = g.unit_id AND l.valid_from <= {today} AND l.valid_until > {today}
  AND o.valid_from <= {today} AND o.valid_until = '9999-12-31' AND a.disabled_at = 0
  AND NOT (o.account_id = $1 AND (o.id = $2 OR $2 = 0)))`)
)

func scanAccount(r store.Row) (a Account, err error) {
	var disabled, password int64
	err = r.Scan(&a.ID, &a.Login, &a.Name, &a.Locale, &disabled, &password, &a.Epoch)
	a.Disabled, a.Password = disabled != 0, password != 0
	return a, err
}

func scanGrant(r store.Row) (g Grant, err error) {
	var role, from, until string
	err = r.Scan(&g.ID, &g.Account, &role, &g.Unit, &g.UnitName, &from, &until)
	g.Role, g.From, g.Until = access.Role(role), period.Date(from), period.Date(until)
	return g, err
}

func scanInt(r store.Row) (int64, error) { var n int64; return n, r.Scan(&n) }
