// Package recordweb is what every page of a record of the register shares, whatever the record
// is: where it stands in the tree, the sentence or paper that it comes from, its history, and the
// forms that register, change and take it back with a reason.
package recordweb

import "embed"

// Locale holds the sentences of this package; its keys begin with "record.".
//
//go:embed locale/vi.json locale/en.json
var Locale embed.FS
