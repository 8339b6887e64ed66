package store

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
)

// JSON is the text of a column that keeps a list or a small value: a value is written by
// it, a pointer read into. A nil list is written as the empty one, and an empty one is
// read as nil.
func JSON(v any) any { return jsonText{v} }

type jsonText struct{ v any }

// Value gives the text to be written.
func (j jsonText) Value() (driver.Value, error) {
	raw, err := json.Marshal(j.v)
	if err != nil {
		return nil, fmt.Errorf("to JSON: %w", err)
	}
	if string(raw) == "null" {
		return "[]", nil
	}
	return string(raw), nil
}

// Scan reads the text of the column.
func (j jsonText) Scan(src any) error {
	var raw []byte
	switch text := src.(type) {
	case string:
		raw = []byte(text)
	case []byte:
		raw = text
	default:
		return fmt.Errorf("JSON from %T", src)
	}
	if string(raw) == "[]" {
		return nil
	}
	if err := json.Unmarshal(raw, j.v); err != nil {
		return fmt.Errorf("JSON %q: %w", raw, err)
	}
	return nil
}
