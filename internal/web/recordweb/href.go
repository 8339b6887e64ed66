package recordweb

import (
	"strconv"
)

// FigureHref is the page of a figure's record.
func FigureHref(record int64) string { return "/figures/" + strconv.FormatInt(record, 10) }

// TargetHref is the page of a target's record.
func TargetHref(record int64) string { return "/targets/" + strconv.FormatInt(record, 10) }

// TitleHref is the page of a title's record.
func TitleHref(record int64) string { return "/titles/" + strconv.FormatInt(record, 10) }

// UnitHref is the page of a unit.
func UnitHref(unit int64) string { return "/units/" + strconv.FormatInt(unit, 10) }

// YearHref is the page of a unit's year.
func YearHref(unit int64, year int) string {
	return UnitHref(unit) + "/years/" + strconv.Itoa(year)
}
