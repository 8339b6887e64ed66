// Package registerweb is what the pages of resolutions, meetings, tasks and persons share:
// where a record stands in the tree, the forms' answers, the story of a record, and where
// the words that it shows were read.
package registerweb

import "embed"

// Locale holds the sentences of this package; its keys begin with "register.".
//
//go:embed locale/vi.json locale/en.json
var Locale embed.FS
