-- +goose Up
-- The documents that were read, and the entries of the register.

CREATE TABLE document (
  id IDENTITY,
  unit_id BIGINT NOT NULL REFERENCES unit(id),
  name TEXT NOT NULL,               -- file name as given
  kind TEXT NOT NULL,               -- txt, docx, html
  sha256 TEXT NOT NULL,             -- of the file
  text_sha256 TEXT NOT NULL,        -- of the text, white space and letter form evened out
  text TEXT NOT NULL,
  facts TEXT NOT NULL,              -- what the reader found, JSON of report.Facts
  pictures INTEGER NOT NULL DEFAULT 0,
  account_id BIGINT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX document_unit ON document (unit_id, text_sha256);

CREATE TABLE entry (
  id IDENTITY,
  unit_id BIGINT NOT NULL REFERENCES unit(id),
  kind TEXT NOT NULL,
  account_id BIGINT NOT NULL,
  at BIGINT NOT NULL,
  reason TEXT NOT NULL,
  paper TEXT NOT NULL,
  document_id BIGINT REFERENCES document(id),
  undone_by BIGINT REFERENCES entry(id)
);
CREATE INDEX entry_unit ON entry (unit_id, id);
CREATE INDEX entry_document ON entry (document_id);
