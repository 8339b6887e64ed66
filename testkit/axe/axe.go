// Package axe embeds axe-core 4.14.1, the accessibility checker that the browser tests inject
// into pages. The file is axe.min.js of the npm package axe-core, unchanged; its licence is the
// MPL 2.0 (LICENSE), that of what it bundles stands in LICENSE-3RD-PARTY.txt, and SHA256SUMS lists
// all three.
package axe

import _ "embed"

// Script defines window.axe.
//
//go:embed axe.min.js
var Script string

// Sums is the list of checksums, as sha256sum writes it.
//
//go:embed SHA256SUMS
var Sums string
