package targetweb

import (
	"context"
	"slices"
	"strconv"

	"hamrong/internal/access"
	"hamrong/internal/meeting"
	"hamrong/internal/resolution"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/web/ui"
)

// links are what a target of a unit may be linked with: the resolutions that reach the unit, and
// the unit's conferences.
type links struct{ Resolutions, Meetings []ui.Option }

func loadLinks(t *store.Tx, unit int64) (links, error) {
	var l links
	papers, err := resolution.Reaching(t, unit, t.Today())
	if err != nil {
		return l, err
	}
	for _, r := range papers {
		l.Resolutions = append(l.Resolutions, option(r.Record, r.Title()))
	}
	held, err := meeting.Of(t, unit)
	if err != nil {
		return l, err
	}
	for _, m := range held {
		l.Meetings = append(l.Meetings, option(m.Record, m.Name))
	}
	return l, nil
}

func option(record int64, name string) ui.Option {
	return ui.Option{Value: strconv.FormatInt(record, 10), Label: name}
}

// keeping adds what a target is linked with already, where the lists do not hold it any more.
func (l links) keeping(ctx context.Context, c target.Content) links {
	l.Resolutions = keep(ctx, l.Resolutions, c.Resolution)
	l.Meetings = keep(ctx, l.Meetings, c.Meeting)
	return l
}

func keep(ctx context.Context, list []ui.Option, record int64) []ui.Option {
	value := strconv.FormatInt(record, 10)
	if record == 0 || slices.ContainsFunc(list, func(o ui.Option) bool { return o.Value == value }) {
		return list
	}
	return append(list, ui.Option{Value: value, Label: ui.T(ctx, "target.link.as_before")})
}

// read reads the links that were chosen; one that was not offered is a wrong field.
func (l links) read(in *ui.Reading, c *target.Content) {
	c.Resolution, c.Meeting = chosenOf(in, "resolution", l.Resolutions), chosenOf(in, "meeting", l.Meetings)
}

func chosenOf(in *ui.Reading, name string, offered []ui.Option) int64 {
	record, err := strconv.ParseInt(in.Choice(name, orNone(offered, "")), 10, 64)
	if err != nil {
		return 0 // "", or a choice that was not offered and is complained of
	}
	return record
}

// orNone offers that no link is made.
func orNone(list []ui.Option, label string) []ui.Option {
	return append([]ui.Option{{Value: "", Label: label}}, list...)
}

// links reads what the targets of a unit may be linked with.
func (h handler) links(ctx context.Context, unit int64) (links, error) {
	var l links
	p, err := h.Door.Permit(ctx, access.Ask{Right: access.See, Unit: unit, Action: "target.links"})
	if err != nil {
		return l, err
	}
	err = h.DB.Read(ctx, p, func(t *store.Tx) error {
		l, err = loadLinks(t, unit)
		return err
	})
	return l, err
}
