// Package intake stands between what a report says and what the register holds.
//
// Each fact that the reader found becomes an Item with a mark (X1, C3 …). The
// clerk accepts it, corrects it or leaves it out; only then Enter writes the
// accepted ones, in one entry, as reported figures, targets, titles, resolutions,
// conferences and names in their roles (law 2). Nothing is entered for a unit or
// a member that the report does not name. Undo takes an entry back, and refuses
// with names while something was built on it.
package intake
