-- +goose Up
-- Targets (chỉ tiêu): what is to be reached in a period, by whom, compared how.
-- Values are hundredths: 5000 is 50 of the unit (%, count, per mille).

CREATE TABLE target (
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
  subject TEXT NOT NULL,            -- as written: "chi bộ"
  population TEXT NOT NULL,         -- chi_bo, …
  measure TEXT NOT NULL,            -- as written: "đạt trong sạch vững mạnh"
  level TEXT NOT NULL,              -- code of the level, title or measure
  comparator TEXT NOT NULL,         -- =, >, >=, <, <=, range, range_up
  value_low BIGINT NOT NULL,
  value_high BIGINT NOT NULL,       -- the other end of a range, else value_low
  value_unit TEXT NOT NULL,         -- %, count, per mille
  base TEXT NOT NULL,               -- what the percent is of where that is not the population, folded
  of_total BIGINT NOT NULL,         -- 11 of "11/11", 0 for none
  or_higher INTEGER NOT NULL,
  within TEXT NOT NULL,
  frequency TEXT NOT NULL,          -- yearly, ''
  negated INTEGER NOT NULL,
  field TEXT NOT NULL,              -- field of work (lĩnh vực)
  note TEXT NOT NULL,
  state TEXT NOT NULL,              -- draft, submitted, adopted, amended
  decision TEXT NOT NULL,           -- number of the decision that adopted or amended it
  decided_on TEXT NOT NULL,
  resolution_record BIGINT,         -- the resolution that sets it
  meeting_record BIGINT             -- the conference that adopted it
);
CREATE INDEX target_unit ON target (unit_id, period);
CREATE INDEX target_record ON target (record_id);
CREATE INDEX target_entry ON target (begun_by);
CREATE INDEX target_ended ON target (ended_by);
CREATE INDEX target_resolution ON target (resolution_record);
CREATE INDEX target_meeting ON target (meeting_record);
