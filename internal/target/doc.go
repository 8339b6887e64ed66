// Package target holds the targets of units (chỉ tiêu): who, in which period, is to
// reach what, compared how. A target is drafted, put to the committee, adopted by a
// decision with number and date, amended or withdrawn; each step is an entry.
//
// Judge says whether a target is met; only a result of the target's own period can
// say that (law 4). Compare says how a baseline, the figure of an earlier year,
// stands to it, in other words on purpose. Both are pure functions over integers:
// 9 of 18 is not over 50 %, and where only a rounded percentage is known they speak
// only if its whole rounding interval lies on one side.
package target
