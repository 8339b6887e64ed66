// Package meeting holds meetings and conferences (hội nghị), the study conference
// (học tập, quán triệt nghị quyết) included: who opened, informed, presented and
// concluded what, in which position, in the report's own order; what participants must
// do afterwards; the captions of its pictures; the unit that signs the report.
//
// The resolutions studied are those that its items name; the targets adopted there carry
// the meeting's record themselves (package target).
package meeting
