-- +goose Up
-- Tasks of a unit (nhiệm vụ), most of them of its own programme or plan, with notes on their progress.

CREATE TABLE task (
  id IDENTITY,
  record_id BIGINT NOT NULL DEFAULT 0,
  unit_id BIGINT NOT NULL REFERENCES unit(id),
  begun_by BIGINT NOT NULL REFERENCES entry(id),
  ended_by BIGINT REFERENCES entry(id),
  programme_record BIGINT NOT NULL DEFAULT 0, -- record of the programme or plan in resolution
  what TEXT NOT NULL,
  who TEXT NOT NULL,                -- unit or person, in words
  due_written TEXT NOT NULL,        -- as written: quý II/2016
  due_on TEXT NOT NULL,             -- its last day, '' where the wording gives none
  state TEXT NOT NULL,              -- open, done, dropped
  outcome TEXT NOT NULL,            -- what came of it, or why it was dropped
  place INTEGER NOT NULL,
  CHECK (state IN ('open', 'done', 'dropped'))
);
CREATE INDEX task_record ON task (record_id);
CREATE INDEX task_entry ON task (begun_by);
CREATE INDEX task_ended ON task (ended_by);
CREATE INDEX task_unit ON task (unit_id, due_on);
CREATE INDEX task_programme ON task (programme_record);

CREATE TABLE task_note (
  id IDENTITY,
  record_id BIGINT NOT NULL DEFAULT 0,
  unit_id BIGINT NOT NULL REFERENCES unit(id),
  begun_by BIGINT NOT NULL REFERENCES entry(id),
  ended_by BIGINT REFERENCES entry(id),
  task_record BIGINT NOT NULL,
  noted_on TEXT NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX task_note_record ON task_note (record_id);
CREATE INDEX task_note_entry ON task_note (begun_by);
CREATE INDEX task_note_ended ON task_note (ended_by);
CREATE INDEX task_note_of ON task_note (task_record);
