// Package wording says figures, levels, targets and verdicts in the words of the field, the same
// on every page: "7/18", "trong sạch, vững mạnh trở lên", "thiếu 1 chi bộ".
package wording

import "embed"

// Locale holds the words of this package; its keys begin with "wording.".
//
//go:embed locale/vi.json locale/en.json
var Locale embed.FS
