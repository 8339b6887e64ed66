-- +goose Up
-- Raised whenever the sessions of an account must end: its password changed, or it was disabled.
ALTER TABLE account ADD COLUMN session_epoch BIGINT NOT NULL DEFAULT 0;

CREATE INDEX access_grant_unit ON access_grant (unit_id);
CREATE INDEX one_time_link_account ON one_time_link (account_id);
