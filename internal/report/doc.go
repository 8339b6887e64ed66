// Package report reads Vietnamese Party year-end and conference reports into facts.
//
// It is a deterministic grammar of the genre: the text is cut once into blocks,
// sentences and tokens, and small recognisers, one file each, look for results of
// the yearly assessment (kết quả xếp loại), targets (chỉ tiêu), titles (danh hiệu),
// resolutions (nghị quyết), people, organisations and events. The words that it knows
// are data in vocabulary/: a new wording is a new line there.
//
// Every fact carries the exact place that states it, in Unicode code points of the
// text as read, and the places its year, scope or carried-over subject come from.
// Nothing is worked out and printed as if it were read: sums and shares stand in
// Checks alone. The package knows no database, no file and no network.
package report
