-- +goose Up
-- Persons, and names in the roles in which a report tells of them. A report never makes a person:
-- a name becomes one only when the clerk says so, and is linked to it then.

CREATE TABLE person (
  id IDENTITY,
  record_id BIGINT NOT NULL DEFAULT 0,
  unit_id BIGINT NOT NULL REFERENCES unit(id),
  begun_by BIGINT NOT NULL REFERENCES entry(id),
  ended_by BIGINT REFERENCES entry(id),
  name TEXT NOT NULL,
  folded TEXT NOT NULL,             -- viet.Fold(name), for search
  positions TEXT NOT NULL,          -- JSON list of positions (chức vụ)
  note TEXT NOT NULL
);
CREATE INDEX person_record ON person (record_id);
CREATE INDEX person_entry ON person (begun_by);
CREATE INDEX person_ended ON person (ended_by);
CREATE INDEX person_unit ON person (unit_id, folded);

CREATE TABLE name_in_role (
  id IDENTITY,
  record_id BIGINT NOT NULL DEFAULT 0,
  unit_id BIGINT NOT NULL REFERENCES unit(id),
  begun_by BIGINT NOT NULL REFERENCES entry(id),
  ended_by BIGINT REFERENCES entry(id),
  document_id BIGINT REFERENCES document(id),
  span_start INTEGER NOT NULL DEFAULT 0,
  span_end INTEGER NOT NULL DEFAULT 0,
  context TEXT NOT NULL DEFAULT '[]',
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  positions TEXT NOT NULL,          -- JSON list, as the source gives them
  role TEXT NOT NULL,               -- what the person did there, in words
  what TEXT NOT NULL,               -- the conference or paper, in words
  meeting_record BIGINT NOT NULL DEFAULT 0,
  person_record BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX name_in_role_record ON name_in_role (record_id);
CREATE INDEX name_in_role_entry ON name_in_role (begun_by);
CREATE INDEX name_in_role_ended ON name_in_role (ended_by);
CREATE INDEX name_in_role_unit ON name_in_role (unit_id, folded);
CREATE INDEX name_in_role_person ON name_in_role (person_record);
CREATE INDEX name_in_role_meeting ON name_in_role (meeting_record);
