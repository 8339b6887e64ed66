// Package org keeps units (đơn vị, tổ chức) in time: which there are, what they
// are called, what they are and under whom they stand, on any day (law 5).
//
//   - A unit has one line for good (Party, administration, union, youth union,
//     veterans). Its name, kind, level and parent are dated states that never overlap.
//   - A unit of another line in the same office (cùng cơ quan) is linked to its lead
//     and follows the lead's ancestors; it may have a parent in its own line as well.
//   - What happens to a unit (founded, renamed, moved, linked, ended) is an event with
//     its day and decision. It may be dated back, but never before the unit's latest
//     state begins: the past is not rewritten. On that very day it replaces the state.
//   - Above the top another unit can be founded; the former top stands under it from that day on.
//   - A day before which a closed year would change is refused, unless a reason is given:
//     then it is a correction.
//   - unit_lineage holds all ancestors of all units by day and is worked out anew, in the
//     same transaction, for every unit below a change. After its end a unit keeps its last
//     place, so that its records can still be read and corrected; whether it lives on a day
//     is told by FoundedOn and EndedOn alone.
//
// Merging and splitting (sáp nhập, chia tách) are further kinds of event, with the other
// unit in unit_event.other_unit_id.
package org
