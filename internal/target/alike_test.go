package target

import (
	"maps"
	"testing"
)

func TestAlike_oneMatterOfOneUnitAndPeriod(t *testing.T) {
	of := func(record int64, c Content) Target {
		if c.Period == "" {
			c.Period = "2016"
		}
		return Target{Record: record, Owner: 1, Content: c}
	}
	good := Content{Population: "chi_bo", Level: "TSVM", Comparator: AtLeast, Low: 50_00, Unit: Percent}
	higher, best, term := good, good, good
	higher.Low, best.Level, term.Period = 60_00, "TSVM_TB", "2015-2020"
	elsewhere := of(7, good)
	elsewhere.Owner = 2
	list := []Target{
		of(1, good), of(2, higher), of(3, best), of(4, term),
		of(5, Content{Subject: "quần chúng", Measure: "Xét kết nạp", Low: 3}), of(6, Content{Subject: "Quần chúng", Measure: "xét kết nạp", Low: 5}), elsewhere,
	}
	if got, want := Alike(list), map[int64]int64{1: 2, 2: 1, 5: 6, 6: 5}; !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
