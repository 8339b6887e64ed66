package recordweb

import (
	"strconv"

	"hamrong/internal/ledger"
)

// Href is the address of a record, with the rest of its path: Href("meetings", 7, "/change").
func Href(noun string, record int64, rest string) string {
	return "/" + noun + "/" + strconv.FormatInt(record, 10) + rest
}

// nouns are the addresses' words for the ledger's tables.
var nouns = map[string]string{"figure": "figures", "target": "targets", "title": "titles", "resolution": "resolutions", "meeting": "meetings", "task": "tasks", "person": "people"}

// TableHref is the page of a record by the table that it stands in, "" where such records have no page.
func TableHref(table string, record int64) string {
	if noun, ok := nouns[table]; ok {
		return Href(noun, record, "")
	}
	return ""
}

// FigureHref is the page of a figure's record.
func FigureHref(record int64) string { return Href("figures", record, "") }

// TargetHref is the page of a target's record.
func TargetHref(record int64) string { return Href("targets", record, "") }

// TitleHref is the page of a title's record.
func TitleHref(record int64) string { return Href("titles", record, "") }

// EntryHref is the page of an entry of the ledger.
func EntryHref(entry int64) string { return Href("entries", entry, "") }

// UnitHref is the page of a unit.
func UnitHref(unit int64) string { return Href("units", unit, "") }

// YearHref is the page of a unit's year.
func YearHref(unit int64, year int) string {
	return UnitHref(unit) + "/years/" + strconv.Itoa(year)
}

// SpanHref is the sentence in its document, "" for what was typed.
func SpanHref(document int64, start, end int) string {
	if document == 0 {
		return ""
	}
	return Href("documents", document, "?from="+strconv.Itoa(start)+"&to="+strconv.Itoa(end)+"#m")
}

// SourceHref is the sentence that a record was read from, "" for a typed one.
func SourceHref(src ledger.Source) string {
	return SpanHref(src.Document, src.Span.Start, src.Span.End)
}
