// Package rulebook gives the rules of each year as data (law 6): the levels of
// the yearly assessment in order (mức xếp loại), the names of what is counted,
// and the titles (danh hiệu) of each line in order. The data stands in the
// folder rulebooks with the clause that it cites and its worked cases.
//
// What no source settles is marked unconfirmed there and shown as "chưa đối
// chiếu bản gốc"; nothing is guessed in code. The package knows no database.
package rulebook
