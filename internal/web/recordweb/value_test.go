package recordweb

import (
	"errors"
	"net/url"
	"testing"

	"hamrong/internal/fault"
	"hamrong/internal/figure"
	"hamrong/internal/web/ui"
)

func TestValue_readsWhatIsWrittenAndNamesTheWrongField(t *testing.T) {
	for _, c := range []struct {
		percent string
		want    *figure.Percent
		wrong   bool
	}{
		{"97,6", &figure.Percent{Units: 976, Digits: 1}, false},
		{"", nil, false},
		{"bảy", nil, true},
		{"97,6,1", nil, true},
	} {
		values := url.Values{"count.3": {"1.234"}, "of_total.3": {"2000"}, "percent.3": {c.percent}, "percent": {"1"}}
		in := ui.Read(values)
		v := Value(in, values, ".3")
		if v.Count == nil || *v.Count != 1234 || v.OfTotal == nil || *v.OfTotal != 2000 {
			t.Errorf("%q: count %v of %v", c.percent, v.Count, v.OfTotal)
		}
		if (v.Percent == nil) != (c.want == nil) || v.Percent != nil && *v.Percent != *c.want {
			t.Errorf("%q: read as %v, want %v", c.percent, v.Percent, c.want)
		}
		var f *fault.Error
		switch wrong := errors.As(in.Err(), &f); {
		case wrong != c.wrong:
			t.Errorf("%q: %v", c.percent, in.Err())
		case wrong && (len(f.Fields) != 1 || f.Fields[0].Name != "percent.3" || f.Fields[0].Key != "ui.field.percent" || f.Fields[0].Args[0] != c.percent):
			t.Errorf("%q: complains of %+v", c.percent, f.Fields)
		}
	}
}
