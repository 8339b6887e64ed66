package yearweb

import (
	"testing"

	"hamrong/internal/period"
)

func TestOpened_theNewestYearUpToThisOne(t *testing.T) {
	for _, c := range []struct {
		name    string
		periods []period.Period
		want    int
	}{
		{"nothing recorded", nil, 2026},
		{"a year's results and the next year's targets", []period.Period{"2024", "2025"}, 2025},
		{"a target of a far year", []period.Period{"2024", "2025", "2030"}, 2025},
		{"terms are no years", []period.Period{"2024", "2025-2030"}, 2024},
		{"nothing but years ahead", []period.Period{"2030", "2028"}, 2028},
	} {
		if got := opened(c.periods, 2026); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}
