-- +goose Up
-- Other mottos that other sources state of a resolution: JSON [{"text", "at"}].
ALTER TABLE resolution ADD COLUMN mottos TEXT NOT NULL DEFAULT '[]';
