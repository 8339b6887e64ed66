package store

import (
	"hamrong/internal/fault"
)

// translate turns a refusal of the database into a fault of its kind; other errors stay as they are.
func (d dialect) translate(err error) error {
	if err == nil || fault.KindOf(err) != "" {
		return err
	}
	switch d.code(err) {
	case unique:
		return fault.Wrap(err, fault.Conflict, "fault.exists_already")
	case foreignKey:
		return fault.Wrap(err, fault.Conflict, "fault.refers_to_missing")
	case check:
		return fault.Wrap(err, fault.Invalid, "fault.not_allowed_value")
	case busy:
		return fault.Wrap(err, fault.Unavailable, "fault.busy")
	}
	return err
}
