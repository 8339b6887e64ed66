// Package recordweb is what the pages of records share: the part of a page that says where a
// record comes from, what became of it, and how it is taken back.
package recordweb

import "embed"

// Locale holds the sentences of this package; its keys begin with "record.".
//
//go:embed locale/vi.json locale/en.json
var Locale embed.FS
