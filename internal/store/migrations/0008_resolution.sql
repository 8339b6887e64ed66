-- +goose Up
-- Resolutions and what comes down from them (nghị quyết, chương trình hành động, kế hoạch), in the
-- register of the unit that holds them, and their parts. Places in texts are JSON
-- {"document", "start", "end"} in code points.

CREATE TABLE resolution (
  id IDENTITY,
  record_id BIGINT NOT NULL DEFAULT 0,
  unit_id BIGINT NOT NULL REFERENCES unit(id),
  begun_by BIGINT NOT NULL REFERENCES entry(id),
  ended_by BIGINT REFERENCES entry(id),
  document_id BIGINT REFERENCES document(id),
  span_start INTEGER NOT NULL DEFAULT 0,
  span_end INTEGER NOT NULL DEFAULT 0,
  context TEXT NOT NULL DEFAULT '[]',
  kind TEXT NOT NULL,               -- resolution, conclusion, directive, programme, plan, plenum
  name TEXT NOT NULL,
  folded TEXT NOT NULL,             -- viet.Fold(name)
  issuer TEXT NOT NULL,             -- issuing body as written
  issuer_unit BIGINT REFERENCES unit(id),
  congress TEXT NOT NULL,           -- number of the congress or term of the committee: XVIII, Khóa XI
  plenum TEXT NOT NULL,             -- number of the plenum (hội nghị lần thứ)
  term TEXT NOT NULL,               -- 2015-2020
  number TEXT NOT NULL,             -- số, ký hiệu
  dated_on TEXT NOT NULL,
  motto TEXT NOT NULL,              -- phương châm
  motto_at TEXT NOT NULL,           -- its place
  goals TEXT NOT NULL,              -- JSON [{"year", "text", "at"}] (mục tiêu)
  counts TEXT NOT NULL,             -- JSON [{"what", "count", "at"}]: parts that it is said to have
  body TEXT NOT NULL,               -- its text, where there is one
  from_on TEXT NOT NULL,            -- in force from, '' for unknown
  until_on TEXT NOT NULL,           -- first day on which it is no longer in force, '' for unknown
  parent_record BIGINT NOT NULL DEFAULT 0, -- the resolution that this programme or plan carries out
  CHECK (kind IN ('resolution', 'conclusion', 'directive', 'programme', 'plan', 'plenum'))
);
CREATE INDEX resolution_record ON resolution (record_id);
CREATE INDEX resolution_entry ON resolution (begun_by);
CREATE INDEX resolution_ended ON resolution (ended_by);
CREATE INDEX resolution_unit ON resolution (unit_id, folded);
CREATE INDEX resolution_parent ON resolution (parent_record);

CREATE TABLE resolution_part (
  id IDENTITY,
  record_id BIGINT NOT NULL DEFAULT 0,
  unit_id BIGINT NOT NULL REFERENCES unit(id),
  begun_by BIGINT NOT NULL REFERENCES entry(id),
  ended_by BIGINT REFERENCES entry(id),
  document_id BIGINT REFERENCES document(id),
  span_start INTEGER NOT NULL DEFAULT 0,
  span_end INTEGER NOT NULL DEFAULT 0,
  context TEXT NOT NULL DEFAULT '[]',
  resolution_record BIGINT NOT NULL,
  kind TEXT NOT NULL,               -- programme, breakthrough, target, task, solution
  number TEXT NOT NULL,             -- as written: 1, 2.1, a
  text TEXT NOT NULL,
  field TEXT NOT NULL,              -- field of work (lĩnh vực)
  state TEXT NOT NULL,              -- planned, underway, done, dropped
  place INTEGER NOT NULL,           -- order within its kind
  CHECK (kind IN ('programme', 'breakthrough', 'target', 'task', 'solution')),
  CHECK (state IN ('planned', 'underway', 'done', 'dropped'))
);
CREATE INDEX resolution_part_record ON resolution_part (record_id);
CREATE INDEX resolution_part_entry ON resolution_part (begun_by);
CREATE INDEX resolution_part_ended ON resolution_part (ended_by);
CREATE INDEX resolution_part_of ON resolution_part (resolution_record);
