// Package year keeps the state of a unit's year (law 5): open (đang thực hiện), decided
// (đã công nhận: by whom, number, date) or closed (đã khóa).
//
//   - A year without a row is open. It is decided by a decision of a named body, and closed
//     by a person with the right to decide; nothing leads back.
//   - Closing a unit's year closes it for every unit below it in that year's tree, so that
//     sums below a closed page stand still.
//   - A closed year takes corrections only: each with its reason. Every package asks
//     Writable before it writes a record of a period.
package year
