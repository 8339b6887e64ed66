package recordweb

import (
	"context"

	"hamrong/internal/access"
	"hamrong/internal/fault"
)

// May asks the door whether the caller holds a right over a unit, so that a page offers only
// what will be taken. The service asks again.
func May(ctx context.Context, door access.Door, need access.Right, unit int64) (bool, error) {
	_, err := door.Permit(ctx, access.Ask{Right: need, Unit: unit, Action: "page.offer"})
	switch fault.KindOf(err) {
	case fault.Denied, fault.NotFound:
		return false, nil
	}
	return err == nil, err
}
