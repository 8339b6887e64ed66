package resolution

import (
	"slices"
	"strings"

	"hamrong/internal/ledger"
	"hamrong/internal/viet"
)

// PartKind says what a part of a resolution is.
type PartKind string

// The kinds of part, in the order of a resolution.
const (
	KeyProgramme PartKind = "programme"    // chương trình trọng tâm
	Breakthrough PartKind = "breakthrough" // khâu đột phá
	TargetPart   PartKind = "target"       // chỉ tiêu
	TaskPart     PartKind = "task"         // nhiệm vụ
	Solution     PartKind = "solution"     // nhóm giải pháp
)

// PartKinds lists the kinds in their order.
var PartKinds = []PartKind{KeyProgramme, Breakthrough, TargetPart, TaskPart, Solution}

// PartState is how far a part has come.
type PartState string

// The states of a part.
const (
	Planned  PartState = "planned"  // chưa triển khai
	Underway PartState = "underway" // đang thực hiện
	Done     PartState = "done"     // đã hoàn thành
	Dropped  PartState = "dropped"  // thôi thực hiện
)

// PartStates lists the states in the order in which forms offer them.
var PartStates = []PartState{Planned, Underway, Done, Dropped}

// PartContent is what a part says.
type PartContent struct {
	Kind   PartKind
	Number string // as written: "1", "2.1", "a"
	Text   string
	Field  string // field of work (lĩnh vực)
	State  PartState
	Place  int // order within its kind, counted by the package where 0
}

// Part is one version of a part.
type Part struct {
	ID, Record int64
	Unit       int64
	Begun      int64
	Ended      int64
	Resolution int64 // record of its resolution
	PartContent
	Source ledger.Source
}

func (p Part) version() ledger.Version {
	return ledger.Version{Record: p.Record, Unit: p.Unit, Begun: p.Begun, Ended: p.Ended, Name: p.Text}
}

// NewPart is a part to be entered.
type NewPart struct {
	PartContent
	Source ledger.Source
}

// partWords are the words by which a report counts the parts of a kind. The first that fits
// decides: "nhiệm vụ, giải pháp" counts solutions, "nhiệm vụ trọng tâm" tasks.
var partWords = []struct {
	kind  PartKind
	words []string
}{
	{Breakthrough, []string{"dot pha"}},
	{Solution, []string{"giai phap"}},
	{KeyProgramme, []string{"chuong trinh"}},
	{TaskPart, []string{"nhiem vu"}},
	{KeyProgramme, []string{"trong tam"}},
	{TargetPart, []string{"chi tieu"}},
}

// KindOf gives the kind of part that a count speaks of ("7 nhóm giải pháp chính"); ok is
// false for what is none of PartKinds.
func KindOf(what string) (kind PartKind, ok bool) {
	folded := viet.Fold(what)
	for _, p := range partWords {
		for _, w := range p.words {
			if strings.Contains(folded, w) {
				return p.kind, true
			}
		}
	}
	return "", false
}

// Progress says how many parts of a kind are declared and how many are entered.
type Progress struct {
	Kind     PartKind
	What     string // the words of the first count, "" where nothing is declared
	Declared []Stated
	Parts    []Part
}

// Missing is how many parts of the largest declared number are not entered yet. What contradicts
// a number is left out of account: see Disputed.
func (p Progress) Missing() int {
	most := 0
	for _, d := range p.Declared {
		most = max(most, d.Count)
	}
	return max(0, most-len(p.Parts))
}

// Disputed gives the first declared number that another source contradicts; ok is false for none.
func (p Progress) Disputed() (s Stated, ok bool) {
	i := slices.IndexFunc(p.Declared, func(s Stated) bool { return len(s.Others) > 0 })
	if i < 0 {
		return s, false
	}
	return p.Declared[i], true
}

// Compare sets the parts that a resolution is said to have beside those entered, in the
// order of the kinds; a kind with neither is left out. Counts of other things ("3 quan
// điểm") come last, without a kind.
func Compare(counts []Declared, parts []Part) []Progress {
	var list []Progress
	stated := Weigh(counts)
	for _, k := range PartKinds {
		p := Progress{Kind: k}
		for _, d := range stated {
			if kind, ok := KindOf(d.What); ok && kind == k {
				p.Declared = append(p.Declared, d)
			}
		}
		for _, part := range parts {
			if part.Kind == k {
				p.Parts = append(p.Parts, part)
			}
		}
		if len(p.Declared) > 0 {
			p.What = p.Declared[0].What
		}
		if len(p.Declared)+len(p.Parts) > 0 {
			list = append(list, p)
		}
	}
	for _, d := range stated {
		if _, ok := KindOf(d.What); !ok {
			list = append(list, Progress{What: d.What, Declared: []Stated{d}})
		}
	}
	return list
}
