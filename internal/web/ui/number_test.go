package ui

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"hamrong/internal/period"
)

func TestNumber(t *testing.T) {
	for _, x := range []struct{ got, want string }{
		{Vietnamese.Number(0), "0"},
		{Vietnamese.Number(999), "999"},
		{Vietnamese.Number(1234), "1.234"},
		{Vietnamese.Number(5600000), "5.600.000"},
		{Vietnamese.Number(-2), "−2"},
		{Vietnamese.Number(-1234), "−1.234"},
		{Vietnamese.Number(-9223372036854775808), "−9.223.372.036.854.775.808"},
		{English.Number(1234), "1,234"},
		{Vietnamese.Signed(2), "+2"},
		{Vietnamese.Signed(0), "0"},
		{Vietnamese.Signed(-2), "−2"},
		{Vietnamese.Share(9, 18), "50,0\u00a0%"},
		{Vietnamese.Share(36, 168), "21,4\u00a0%"},
		{Vietnamese.Share(164, 168), "97,6\u00a0%"},
		{Vietnamese.Share(168, 168), "100,0\u00a0%"},
		{Vietnamese.Share(1, 2000), "0,1\u00a0%"}, // 0,05 rounds up
		{Vietnamese.Share(1, 0), "–"},
		{English.Share(164, 168), "97.6%"},
		{Vietnamese.Percent(5000), "50\u00a0%"},
		{Vietnamese.Percent(9760), "97,6\u00a0%"},
		{Vietnamese.Percent(9765), "97,65\u00a0%"},
		{Vietnamese.Percent(5), "0,05\u00a0%"},
		{English.Percent(9760), "97.6%"},
		{Vietnamese.Date("2016-01-25"), "25/01/2016"},
		{Vietnamese.Date(""), ""},
		{English.Date("2016-01-25"), "25 Jan 2016"},
		{Vietnamese.Moment(time.Date(2016, 1, 25, 14, 5, 0, 0, time.UTC)), "14:05 ngày 25/01/2016"},
		{English.Moment(time.Date(2016, 1, 25, 14, 5, 0, 0, time.UTC)), "14:05, 25 Jan 2016"},
	} {
		if x.got != x.want {
			t.Errorf("got %q, want %q", x.got, x.want)
		}
	}
}

func TestNumber_isReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(-1<<62, 1<<62).Draw(t, "n")
		got, ok := ParseNumber(Vietnamese.Number(n))
		if !ok || got != n {
			t.Fatalf("%d was written %q and read %d %v", n, Vietnamese.Number(n), got, ok)
		}
	})
}

func TestParseNumber_refuses(t *testing.T) {
	for _, s := range []string{"", "x", "1.23", "1,5", "1.2345", "..", "1..234", ".123", "1.234.", "--1", "1-2", "9999999999999999999999", "1e3", "٣"} {
		if n, ok := ParseNumber(s); ok {
			t.Errorf("%q was read as %d", s, n)
		}
	}
}

func TestReading_gathersEveryWrongField(t *testing.T) {
	r := Read(map[string][]string{"n": {"1.23"}, "d": {"31/02/2016"}, "y": {"16"}, "t": {"  "}, "c": {"z"}, "far": {"99"}, "ok": {" 1.234 "}})
	r.Number("n", 0, 10)
	r.Date("d")
	r.Year("y")
	r.Text("t", 10)
	r.Choice("c", []Option{{Value: "a"}})
	r.Number("far", 0, 10)
	if got := r.Number("ok", 0, 5000); got != 1234 {
		t.Errorf("1.234 was read as %d", got)
	}
	if got := r.MaybeDate("none"); got != period.Date("") {
		t.Errorf("nothing was read as %q", got)
	}
	f, ok := Wrong(nil, r.Err())
	if !ok || len(f.Fields) != 6 {
		t.Fatalf("fields: %v", f.Fields)
	}
}
