-- +goose Up
-- Titles of units (danh hiệu): attained, aimed at, proposed, self-assessed.

CREATE TABLE title (
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
  wording TEXT NOT NULL,            -- the title as written
  code TEXT NOT NULL,               -- the rulebook's code, '' for a title that no rulebook has
  status TEXT NOT NULL,             -- attained, target, proposed, self-assessed
  awarded_by TEXT NOT NULL          -- as written
);
CREATE INDEX title_unit ON title (unit_id, period);
CREATE INDEX title_record ON title (record_id);
CREATE INDEX title_entry ON title (begun_by);
CREATE INDEX title_ended ON title (ended_by);
