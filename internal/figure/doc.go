// Package figure holds the reported figures of the yearly assessment (số liệu theo
// báo cáo): a count, a share or a percentage that a document states, with the
// sentence that states it, or that was typed from a paper.
//
// One figure has one place: unit, period, population, level, whether "trở lên",
// part of what ("trong đó"), base (law 2). The value of another source for the
// same place stands beside the first and is never added; where they contradict
// each other the page says "hai nguồn khác nhau".
//
// What is worked out (a base from a sum, "trở lên" from levels, "0 (suy ra)" where
// the others reach a written total) is worked out anew on each reading by the pure
// functions of this package, called so, and never stored. Shares come from a
// numerator and a denominator, rounded last; a figure known only in percent stays
// a percent (law 4).
package figure
