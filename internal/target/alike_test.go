package target

import (
	"testing"

	"github.com/google/go-cmp/cmp"
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
	limit := good
	limit.Comparator = AtMost // a floor and a ceiling can both hold
	elsewhere := of(7, good)
	elsewhere.Owner = 2
	list := []Target{
		of(1, good), of(2, higher), of(3, best), of(4, term),
		of(5, Content{Subject: "quần chúng", Measure: "Xét kết nạp", Low: 3}), of(6, Content{Subject: "Quần chúng", Measure: "xét kết nạp", Low: 5}), elsewhere, of(8, limit), of(9, good),
	}
	var got [][]int64
	for _, group := range Alike(list) {
		var records []int64
		for _, g := range group {
			records = append(records, g.Record)
		}
		got = append(got, records)
	}
	if want := [][]int64{{1, 2, 9}, {5, 6}}; !cmp.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
