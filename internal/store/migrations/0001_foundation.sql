-- +goose Up
-- Units, their dated names and places; accounts and grants; the audit chain; sessions.
-- Dates are text YYYY-MM-DD, a span is [valid_from, valid_until); 9999-12-31 is open.
-- Times are milliseconds since 1970, UTC.

CREATE TABLE unit (
  id IDENTITY,
  line TEXT NOT NULL,               -- party, administration, union, youth, veterans, other
  founded_on TEXT NOT NULL,
  ended_on TEXT NOT NULL DEFAULT '9999-12-31'
);

-- A unit's name, kind, level and parent over a span of days; spans of one unit never overlap.
CREATE TABLE unit_state (
  id IDENTITY,
  unit_id BIGINT NOT NULL REFERENCES unit(id),
  valid_from TEXT NOT NULL,
  valid_until TEXT NOT NULL DEFAULT '9999-12-31',
  name TEXT NOT NULL,
  short_name TEXT NOT NULL DEFAULT '',
  folded TEXT NOT NULL,             -- viet.Fold(name), for search and matching
  sort_key TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL,               -- chi_bo, dang_bo_co_so, dang_bo …
  level TEXT NOT NULL,              -- branch, base, bloc, province, nation
  parent_id BIGINT REFERENCES unit(id),
  place INTEGER NOT NULL DEFAULT 0, -- order among siblings
  CHECK (valid_from < valid_until)
);
CREATE INDEX unit_state_unit ON unit_state (unit_id, valid_from);
CREATE INDEX unit_state_parent ON unit_state (parent_id, valid_from);
CREATE INDEX unit_state_folded ON unit_state (folded);

-- What happened to a unit, with date and decision: founded, renamed, moved, ended (merged, split later).
CREATE TABLE unit_event (
  id IDENTITY,
  unit_id BIGINT NOT NULL REFERENCES unit(id),
  kind TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  decision TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  other_unit_id BIGINT REFERENCES unit(id),
  account_id BIGINT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX unit_event_unit ON unit_event (unit_id, happened_on);

-- Units of other lines in the same office (cùng cơ quan): they follow the lead, its Party unit.
CREATE TABLE unit_office (
  id IDENTITY,
  unit_id BIGINT NOT NULL REFERENCES unit(id),
  lead_id BIGINT NOT NULL REFERENCES unit(id),
  valid_from TEXT NOT NULL,
  valid_until TEXT NOT NULL DEFAULT '9999-12-31'
);
CREATE INDEX unit_office_unit ON unit_office (unit_id);
CREATE INDEX unit_office_lead ON unit_office (lead_id);

-- Every ancestor of every unit, itself included (depth 0), with the days on which it was one.
-- Worked out from unit_state and unit_office by package org, in the same transaction.
CREATE TABLE unit_lineage (
  unit_id BIGINT NOT NULL REFERENCES unit(id),
  ancestor_id BIGINT NOT NULL REFERENCES unit(id),
  depth INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  PRIMARY KEY (unit_id, ancestor_id, valid_from)
);
CREATE INDEX unit_lineage_ancestor ON unit_lineage (ancestor_id, unit_id);

CREATE TABLE account (
  id IDENTITY,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  password TEXT NOT NULL DEFAULT '', -- argon2id PHC string; '' cannot sign in by password
  locale TEXT NOT NULL DEFAULT 'vi',
  disabled_at BIGINT NOT NULL DEFAULT 0,
  created_at BIGINT NOT NULL
);

CREATE TABLE access_grant (
  id IDENTITY,
  account_id BIGINT NOT NULL REFERENCES account(id),
  role TEXT NOT NULL,
  unit_id BIGINT NOT NULL REFERENCES unit(id),
  valid_from TEXT NOT NULL,
  valid_until TEXT NOT NULL DEFAULT '9999-12-31',
  CHECK (valid_from < valid_until)
);
CREATE INDEX access_grant_account ON access_grant (account_id);

-- One-time links: set-up and sign-in. Only the hash of the secret is kept.
CREATE TABLE one_time_link (
  id IDENTITY,
  hash TEXT NOT NULL UNIQUE,
  purpose TEXT NOT NULL,             -- setup, sign_in
  account_id BIGINT REFERENCES account(id),
  expires_at BIGINT NOT NULL,
  used_at BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE session (
  token TEXT PRIMARY KEY,            -- SHA-256 of the cookie's token
  data BLOB_BYTES NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX session_expires ON session (expires_at);

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE audit (
  id BIGINT PRIMARY KEY,
  at BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  action TEXT NOT NULL,
  unit_id BIGINT NOT NULL,
  kind TEXT NOT NULL,
  object_id BIGINT NOT NULL
);
CREATE INDEX audit_object ON audit (kind, object_id);

CREATE TABLE audit_seal (
  last_id BIGINT PRIMARY KEY,
  first_id BIGINT NOT NULL,
  at BIGINT NOT NULL,
  hash TEXT NOT NULL
);
