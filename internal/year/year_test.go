package year

import (
	"errors"
	"testing"

	"hamrong/internal/fault"
	"hamrong/internal/period"
)

const today = period.Date("2016-02-01")

var ever = span{"0001-01-01", period.Forever}

func good() Deciding {
	return Deciding{Body: "Ban Thường vụ Đảng ủy Khối", Number: "21-QĐ/ĐUK", On: "2016-01-08"}
}

func TestDecide_tellsEachWrongField(t *testing.T) {
	open := Year{Unit: 1, Year: 2015, Stage: Open}
	decided := Year{Unit: 1, Year: 2015, Stage: Decided, Body: "Ban Thường vụ Đảng ủy Khối", Number: "21-QĐ/ĐUK", On: "2016-01-08"}
	frozen := Year{Unit: 1, Year: 2015, Stage: Open, Frozen: true, FrozenBy: 2, FrozenName: "Đảng bộ Khối"}
	for name, c := range map[string]struct {
		year   Year
		change func(*Deciding)
		life   span
		key    string
	}{
		"right":                 {open, func(*Deciding) {}, ever, ""},
		"no number is allowed":  {open, func(d *Deciding) { d.Number = "" }, ever, ""},
		"no body":               {open, func(d *Deciding) { d.Body = "" }, ever, "year.body_missing"},
		"no day":                {open, func(d *Deciding) { d.On = "" }, ever, "year.day_missing"},
		"before the year":       {open, func(d *Deciding) { d.On = "2014-12-31" }, ever, "year.day_before_year"},
		"ahead":                 {open, func(d *Deciding) { d.On = "2016-02-02" }, ever, "year.day_ahead"},
		"year to come":          {Year{Year: 2017, Stage: Open}, func(*Deciding) {}, ever, "year.not_begun"},
		"before the founding":   {open, func(*Deciding) {}, span{"2016-01-01", period.Forever}, "year.not_lived"},
		"founded that day":      {open, func(*Deciding) {}, span{"2015-12-31", period.Forever}, ""},
		"after the end":         {open, func(*Deciding) {}, span{"2000-01-01", "2015-01-01"}, "year.not_lived"},
		"correction, no reason": {decided, func(d *Deciding) { d.Number = "22" }, ever, "year.reason_missing"},
		"correction":            {decided, func(d *Deciding) { d.Number, d.Reason = "22", "gõ nhầm" }, ever, ""},
		"same again":            {decided, func(d *Deciding) { d.Reason = "gõ nhầm" }, ever, "year.nothing_changed"},
		"closed above":          {frozen, func(*Deciding) {}, ever, "year.closed_above.reason"},
		"closed above, reason":  {frozen, func(d *Deciding) { d.Reason = "bổ sung" }, ever, ""},
	} {
		d := good()
		c.change(&d)
		next, err := decide(c.year, d, c.life, today)
		if got := keyOf(err); got != c.key {
			t.Errorf("%s: got %q, want %q", name, got, c.key)
		}
		if err == nil && next.Stage == Open {
			t.Errorf("%s: still open", name)
		}
	}
}

func keyOf(err error) string {
	var f *fault.Error
	switch {
	case err == nil:
		return ""
	case !errors.As(err, &f):
		return err.Error()
	case len(f.Fields) > 0:
		return f.Fields[0].Key
	}
	return f.Key
}

func TestShut_onlyFromDecided(t *testing.T) {
	for stage, key := range map[Stage]string{Open: "year.not_decided", Decided: "", Closed: "year.closed_already"} {
		next, err := shut(Year{Year: 2015, Stage: stage}, today)
		if got := keyOf(err); got != key {
			t.Errorf("from %s: got %q, want %q", stage, got, key)
		}
		if err == nil && (next.Stage != Closed || next.ClosedOn != today) {
			t.Errorf("from %s: %+v", stage, next)
		}
	}
}
