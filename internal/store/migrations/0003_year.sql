-- +goose Up
-- The state of a unit's year: decided (công nhận) or closed (khóa); a year without a row is open.
-- Versioned as every record (package ledger); nothing leads back from closed.

CREATE TABLE unit_year (
  id IDENTITY,
  record_id BIGINT NOT NULL,
  unit_id BIGINT NOT NULL REFERENCES unit(id),
  begun_by BIGINT NOT NULL REFERENCES entry(id),
  ended_by BIGINT REFERENCES entry(id),
  year INTEGER NOT NULL,
  stage TEXT NOT NULL,              -- decided, closed
  body TEXT NOT NULL,               -- who decided, as the decision names it
  number TEXT NOT NULL DEFAULT '',  -- number of the decision
  decided_on TEXT NOT NULL,
  closed_on TEXT NOT NULL DEFAULT '9999-12-31',
  CHECK (stage IN ('decided', 'closed'))
);
CREATE INDEX unit_year_record ON unit_year (record_id);
CREATE UNIQUE INDEX unit_year_standing ON unit_year (unit_id, year) WHERE ended_by IS NULL;
