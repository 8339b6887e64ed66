-- +goose Up
-- Meetings and conferences (hội nghị), the study conference included, and what happened there in
-- the report's own order: acts, obligations, captions.

CREATE TABLE meeting (
  id IDENTITY,
  record_id BIGINT NOT NULL DEFAULT 0,
  unit_id BIGINT NOT NULL REFERENCES unit(id),
  begun_by BIGINT NOT NULL REFERENCES entry(id),
  ended_by BIGINT REFERENCES entry(id),
  document_id BIGINT REFERENCES document(id),
  span_start INTEGER NOT NULL DEFAULT 0,
  span_end INTEGER NOT NULL DEFAULT 0,
  context TEXT NOT NULL DEFAULT '[]',
  kind TEXT NOT NULL,               -- study, year_end, other
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  year INTEGER NOT NULL,            -- 0 where unknown
  date_written TEXT NOT NULL,       -- as the source gives it
  held_on TEXT NOT NULL,            -- '' where unknown
  venue TEXT NOT NULL,
  signed_by TEXT NOT NULL,          -- the unit that signs the report
  signed_at TEXT NOT NULL,          -- its place in the text, JSON
  CHECK (kind IN ('study', 'year_end', 'other'))
);
CREATE INDEX meeting_record ON meeting (record_id);
CREATE INDEX meeting_entry ON meeting (begun_by);
CREATE INDEX meeting_ended ON meeting (ended_by);
CREATE INDEX meeting_unit ON meeting (unit_id, year);

CREATE TABLE meeting_item (
  id IDENTITY,
  record_id BIGINT NOT NULL DEFAULT 0,
  unit_id BIGINT NOT NULL REFERENCES unit(id),
  begun_by BIGINT NOT NULL REFERENCES entry(id),
  ended_by BIGINT REFERENCES entry(id),
  document_id BIGINT REFERENCES document(id),
  span_start INTEGER NOT NULL DEFAULT 0,
  span_end INTEGER NOT NULL DEFAULT 0,
  context TEXT NOT NULL DEFAULT '[]',
  meeting_record BIGINT NOT NULL,
  kind TEXT NOT NULL,               -- act, obligation, caption
  act TEXT NOT NULL,                -- opened, informed, presented, concluded, other; '' unless an act
  who TEXT NOT NULL,
  positions TEXT NOT NULL,          -- JSON list: in which positions the person acted
  what TEXT NOT NULL,
  set_by TEXT NOT NULL,             -- who set the obligation
  resolution_record BIGINT NOT NULL DEFAULT 0,
  name_record BIGINT NOT NULL DEFAULT 0,
  place INTEGER NOT NULL,           -- order on the page
  CHECK (kind IN ('act', 'obligation', 'caption'))
);
CREATE INDEX meeting_item_record ON meeting_item (record_id);
CREATE INDEX meeting_item_entry ON meeting_item (begun_by);
CREATE INDEX meeting_item_ended ON meeting_item (ended_by);
CREATE INDEX meeting_item_of ON meeting_item (meeting_record);
CREATE INDEX meeting_item_resolution ON meeting_item (resolution_record);
