package recordweb

import (
	"net/url"

	"hamrong/internal/figure"
	"hamrong/internal/web/ui"
)

// Value reads the value of a figure that a form asks for: its count, base and percent; tail is
// what stands after the fields' names.
func Value(in *ui.Reading, values url.Values, tail string) figure.Value {
	v := figure.Value{}
	if n, ok := in.MaybeNumber("count"+tail, 0, 100_000_000); ok {
		v.Count = &n
	}
	if n, ok := in.MaybeNumber("of_total"+tail, 1, 100_000_000); ok {
		v.OfTotal = &n
	}
	if text := values.Get("percent" + tail); text != "" {
		p, err := figure.ParsePercent(text)
		if err != nil {
			in.Wrong("percent"+tail, "ui.field.percent", text)
		} else {
			v.Percent = &p
		}
	}
	return v
}
