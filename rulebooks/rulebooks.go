// Package rulebooks ships the rules as data: one file a regime, with the clause
// it cites and the worked cases that show how it is read. Nothing here is code:
// package rulebook reads it.
package rulebooks

import "embed"

// Files holds the rulebooks (levels-*.json), the titles (titles.json) and what each cites.
//
//go:embed *.json
var Files embed.FS
