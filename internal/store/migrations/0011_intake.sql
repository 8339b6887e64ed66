-- +goose Up
-- What the clerk decided about each fact that was read from a document. A fact is known by its
-- mark (X1, C3 …), which follows from the document's kept facts and so never changes.

CREATE TABLE intake_choice (
  document_id BIGINT NOT NULL REFERENCES document(id),
  unit_id BIGINT NOT NULL REFERENCES unit(id),
  mark TEXT NOT NULL,
  choice TEXT NOT NULL,             -- accept, edit, leave
  edit TEXT NOT NULL DEFAULT '',    -- JSON of the corrected fields
  account_id BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (document_id, mark)
);

-- Which record a fact became, in which entry. Undoing the entry removes the link, not the records' history.
CREATE TABLE intake_entered (
  document_id BIGINT NOT NULL REFERENCES document(id),
  unit_id BIGINT NOT NULL REFERENCES unit(id),
  mark TEXT NOT NULL,
  entry_id BIGINT NOT NULL REFERENCES entry(id),
  kind TEXT NOT NULL,               -- figure, target, title, resolution, meeting, name_in_role
  record_id BIGINT NOT NULL,
  corrections TEXT NOT NULL,        -- JSON of the fields that were corrected: what the source says and what was entered
  PRIMARY KEY (document_id, mark, entry_id)
);
CREATE INDEX intake_entered_record ON intake_entered (kind, record_id);
CREATE INDEX intake_entered_entry ON intake_entered (entry_id);
