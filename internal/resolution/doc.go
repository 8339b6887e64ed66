// Package resolution holds resolutions (nghị quyết) and what comes down from them: the
// issuing body, congress, number and date, motto (phương châm), goals with their years
// (mục tiêu), its parts (chương trình trọng tâm, khâu đột phá, chỉ tiêu, nhóm giải pháp)
// as declared and as entered, its text, and the programmes and plans by which a unit
// carries it out.
//
// A resolution stands in the register of the unit that entered it, whoever issued it. A
// plenum whose results were told of is recorded as that and never as a resolution.
package resolution
