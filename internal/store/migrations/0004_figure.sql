-- +goose Up
-- Reported figures (số liệu theo báo cáo): what a document or paper states, as it states it.
-- One place is unit, period, population, level, or_higher, within and percent_base; values of
-- several sources stand beside each other at the same place and are never added.

CREATE TABLE figure (
  id IDENTITY,
  record_id BIGINT NOT NULL DEFAULT 0,
  unit_id BIGINT NOT NULL REFERENCES unit(id),
  begun_by BIGINT NOT NULL REFERENCES entry(id),
  ended_by BIGINT REFERENCES entry(id),
  document_id BIGINT REFERENCES document(id),
  span_start INTEGER NOT NULL DEFAULT 0,
  span_end INTEGER NOT NULL DEFAULT 0,
  context TEXT NOT NULL DEFAULT '[]',
  period TEXT NOT NULL,
  population TEXT NOT NULL,         -- chi_bo, dang_vien, …
  level TEXT NOT NULL,              -- code of the level, title or measure
  or_higher INTEGER NOT NULL,       -- 1: "trở lên" stands on the level
  within TEXT NOT NULL,             -- code of the level of which it is a part ("trong đó"), '' for none
  percent_base TEXT NOT NULL,       -- what the percent is of where that is not the population, folded
  subject TEXT NOT NULL,            -- as written
  category TEXT NOT NULL,           -- as written
  count BIGINT,
  of_total BIGINT,
  percent BIGINT,                   -- the digits of the percent as written: 976 for 97,6
  percent_digits INTEGER NOT NULL DEFAULT 0, -- how many of them stand after the comma
  qualifier TEXT NOT NULL,          -- =, nearly, over
  negated INTEGER NOT NULL          -- 1: "không có …"
);
CREATE INDEX figure_place ON figure (unit_id, period, population, level);
CREATE INDEX figure_period ON figure (period);
CREATE INDEX figure_record ON figure (record_id);
CREATE INDEX figure_entry ON figure (begun_by);
CREATE INDEX figure_ended ON figure (ended_by);
