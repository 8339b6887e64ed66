package report

// draft is a classification while its sentence is read.
type draft struct {
	from, to   int // tokens of the statement
	fig        figure
	share      *figure // the percent that follows a count
	level      elem
	category   [2]int // tokens of the level as written
	norm       Level
	up         bool
	subject    [2]int // tokens; equal when carried over
	kind       Kind
	within     string
	none       bool
	base       [2]int // tokens of a base of its own
	award      bool
	recalled   *recalled // the level stands in the sentence before
	when       *moment   // the year named for this figure alone
	clause     int       // number of the clause between semicolons
	inBrackets bool      // stated wholly inside brackets
}

// assembler builds the drafts of one sentence: a figure, its subject, a level, a percent.
type assembler struct {
	s      *sentence
	e      *elements
	drafts []draft

	figs    []int // elems of figures that wait for their level
	deed    bool  // a deed was named since the last comma: "kết nạp 5"
	blocked bool  // the waiting figure is that of a deed
	queue   []queued
	subj    int  // elem of the subject after the waiting figure, -1
	none    int  // elem of "không có", -1
	apart   bool // a comma stands between the figure and its noun
	gap     int  // words of no meaning since the figure
	current int  // elem of the last subject that has no figure, -1

	part      int // draft that "trong đó" divides, -1
	partDepth int
	depth     int // open brackets
	outside   int // the subject before the bracket, -1
	award     bool
	clause    int
	last      int        // elem where the last draft ended
	memory    []recalled // levels of the sentence before
	outer     string     // level of the sentence before that "Trong đó" at the beginning divides
}

// queued is a figure with its subject, and the percent that says it over (-1 for none), that
// share the level of the next: "38 tổ chức (65,5%) và 83 chi bộ (48%) đạt …".
type queued struct{ fig, subj, share int }

const maxGap = 16 // words between a figure and its level

func (a *assembler) reset(s *sentence, e *elements) {
	*a = assembler{s: s, e: e, drafts: a.drafts[:0], figs: a.figs[:0], queue: a.queue[:0], memory: a.memory}
	a.subj, a.none, a.current, a.part, a.last, a.outside = -1, -1, -1, -1, -1, -1
}

// run reads the sentence.
func (a *assembler) run() {
	for i := 0; i < len(a.e.list); {
		i = a.step(i)
	}
	a.respectively()
	a.remember()
}

func (a *assembler) step(i int) int {
	x := a.e.list[i]
	switch x.kind {
	case figureElem:
		return a.figure(i)
	case subjectElem:
		a.subject(i)
	case levelElem:
		return a.level(i)
	case signElem:
		a.punctuation(i)
	case markElem:
		return a.word(i)
	case textElem:
		if x.time {
			return i + 1
		}
		a.gap += x.to - x.from
		if a.gap > maxGap {
			a.forget()
		}
	}
	return i + 1
}

// forget drops the figure that waits.
func (a *assembler) forget() {
	a.figs, a.queue = a.figs[:0], a.queue[:0]
	a.subj, a.none, a.gap, a.blocked, a.apart = -1, -1, 0, false, false
}

func (a *assembler) punctuation(i int) {
	switch a.e.list[i].sign {
	case ';':
		if a.subj >= 0 {
			a.current = a.subj // "có 3 phó chủ tịch; trong đó có 2 …"
		}
		a.forget()
		a.deed = false
		a.clause++
		if a.depth <= a.partDepth {
			a.part = -1
		}
	case '(':
		a.depth++
		if a.depth == 1 {
			a.outside = a.current
		}
	case ')':
		if a.depth > 0 {
			a.depth--
			if a.depth == 0 && a.outside >= 0 {
				a.current = a.outside // what stands in brackets names no subject for later
			}
		}
		if a.part >= 0 && a.depth < a.partDepth {
			a.part = -1
		}
		if len(a.figs) > 0 && a.opened(i) {
			a.forget()
		}
	case ':':
		a.none = -1 // "còn chỉ tiêu chưa đạt: tỷ lệ …"
		if p := a.elem(i - 1); len(a.figs) > 0 && (p.kind != markElem || p.bits&isLink == 0) {
			a.forget()
		}
	case ',':
		if a.spent(i) || a.sized(i) || a.counted(i) {
			a.forget()
		}
		a.gap++
		a.deed = false
		a.apart = a.apart || len(a.figs) > 0 && a.subj < 0
	}
}

// spent reports whether the figure that waits has said its own thing before the comma at
// i: "gần 99% gia đình hội viên đạt danh hiệu gia đình văn hóa, …".
func (a *assembler) spent(i int) bool {
	if len(a.figs) == 0 || a.subj < 0 || a.elem(i-1).kind != textElem || a.elem(i-1).time {
		return false
	}
	link := a.elem(i - 2)
	return link.kind == markElem && link.bits&isLink != 0 && i-2 > a.figs[len(a.figs)-1]
}

// counted reports whether the figure that waits only counts, up to the comma at elem i, something
// that is never assessed: "được chia làm 2 tổ, hằng năm chi bộ đều đạt …".
func (a *assembler) counted(i int) bool {
	if len(a.figs) != 1 || a.subj >= 0 || a.figs[0] != i-2 {
		return false
	}
	f, noun := a.fig(a.figs[0]), a.elem(i-1)
	return f.count() && f.total < 0 && noun.kind == textElem && !noun.time && noun.to-noun.from <= 2
}

// sized reports whether the figure that waits only says, up to the comma at elem i, how large a
// named organisation is, of which the level after the comma is told: "Công đoàn cơ sở Sở có 268
// đoàn viên, được xếp loại …".
func (a *assembler) sized(i int) bool {
	if len(a.figs) != 1 || a.subj != i-1 {
		return false
	}
	f, has, next := a.fig(a.figs[0]), a.elem(a.figs[0]-1), a.elem(i+1)
	if !f.count() || f.total >= 0 || has.kind != markElem || has.bits&isEquals == 0 || next.kind != markElem || next.bits&isLink == 0 || a.elem(i+2).kind == figureElem {
		return false
	}
	for k := a.s.clauseStart(has.from); k < has.from; k++ {
		if _, ok := a.s.lex.longest(a.s.toks, k, setOf(organisationClass), a.s.plain); ok && a.s.toks[k].upper {
			return true
		}
	}
	return false
}

// opened reports whether the bracket that closes at i opened after the waiting figure
// began and its subject was not outside: the figure stood inside.
func (a *assembler) opened(i int) bool {
	depth := 0
	for k := i; k >= 0 && k >= i-24; k-- {
		switch a.e.list[k].sign {
		case ')':
			depth++
		case '(':
			depth--
			if depth == 0 {
				return a.figs[0] > k
			}
		}
	}
	return false
}

func (a *assembler) word(i int) int {
	x := a.e.list[i]
	switch {
	case x.bits&isAward != 0:
		a.honour(i)
	case x.bits&isPart != 0:
		if n := len(a.memory); n > 0 && len(a.drafts) == 0 && i <= 1 && a.memory[n-1].norm != Coverage {
			a.outer = a.memory[n-1].text
		}
		if n := len(a.drafts); n > 0 && a.drafts[n-1].clause >= a.clause-1 {
			a.part, a.partDepth = n-1, a.depth
		}
		a.forget()
	case x.bits&isNone != 0 && x.bits&isLink == 0:
		if len(a.figs) == 0 {
			a.none, a.gap = i, 0
		}
	case x.bits&isDeed != 0:
		a.forget()
		a.deed = true
		return i + 1
	case x.bits&isBarrier != 0:
		a.forget()
	case x.bits&isEquals != 0 && x.bits&isLink == 0 && a.subj >= 0 && a.s.lower(x.to-1) == "gồm":
		a.forget()
	case x.bits&isOwner != 0:
		// The noun that follows owns the subject: thuộc Đảng bộ Khối.
		if i+1 < len(a.e.list) && a.e.list[i+1].kind == subjectElem && (len(a.figs) > 0 || a.current >= 0) {
			a.gap += a.e.list[i+1].to - a.e.list[i+1].from
			return i + 2
		}
	}
	return i + 1
}

// honour marks what is praised: all after the word, and its clause when it is "được khen".
func (a *assembler) honour(i int) {
	a.award = true
	passive := i > 0 && a.e.list[i-1].kind == markElem && a.e.list[i-1].bits&(isLink|isEquals) != 0
	for k := i - 1; k >= 0 && k >= i-9 && !passive; k-- {
		x := a.e.list[k]
		passive = x.kind == markElem && a.s.lower(x.from) == "được"
		if x.sign == ',' || x.sign == ';' || x.sign == '.' {
			break
		}
	}
	if !passive {
		return
	}
	least := 0
	for k := i - 1; k >= 0; k-- {
		if x := a.e.list[k]; x.sign == ',' || x.sign == ';' || x.kind == markElem && x.bits&isPart != 0 {
			least = x.from
			break
		}
	}
	for k := len(a.drafts) - 1; k >= 0 && a.drafts[k].to > least; k-- {
		a.drafts[k].award = true
	}
}

func (a *assembler) subject(i int) {
	if len(a.figs) > 0 || a.none >= 0 {
		if a.subj < 0 && (a.gap <= 4 || a.none >= 0) {
			a.subj, a.gap = i, 0
		}
		return
	}
	a.current = i
}

// figure handles a figure: a percent of the draft before, a second figure of the waiting
// one, a change to be left out, or a new one that waits for its level.
func (a *assembler) figure(i int) int {
	prev := a.before(i)
	if prev != nil && prev.kind == markElem && prev.bits&isChange != 0 && prev.bits&isShare == 0 {
		return i + 1
	}
	if next, ok := a.trailing(i); ok {
		return next
	}
	if next, ok := a.sameLevel(i); ok {
		return next
	}
	if prev != nil && prev.kind == markElem && a.baseWord(prev) {
		a.forget()
		return i + 1
	}
	f := a.fig(i)
	if f.count() && f.total < 0 && (a.s.two(f.from-2, "đối", "với") || a.s.dayOfMonth(f)) {
		a.forget()
		return i + 1 // "đối với 13 đảng bộ, …" says of how many is told
	}
	if next := a.elem(i + 1); f.percent && prev != nil && prev.kind == markElem && prev.bits&isShare != 0 && next.kind == markElem && next.bits&isBase != 0 {
		a.forget()
		return i + 1 // "chiếm 12% tổng số đảng viên được đánh giá": a share of others
	}
	if w := a.s.lower(f.to); f.count() && f.total < 0 && (w == "tốt" || w == "không" && !a.s.levelAt(f.to) || w == "xây" || w == "chống" || w == "nhất") {
		return i + 1 // chi bộ "4 tốt"
	}
	if f.total > 0 && f.total <= 12 && a.s.dayBefore(f.digits-1) {
		return i + 1
	}
	if n, ok := a.s.is(f.to, lookalikeClass, "time-units"); ok && n > 0 && f.count() && f.total < 0 {
		return i + 1
	}
	if n := len(a.figs); n == 1 && a.second(i) {
		a.figs = append(a.figs, i)
		return i + 1
	}
	if n := len(a.figs); n > 0 && a.subj >= 0 && a.gap <= 2 && (f.count() && a.fig(a.figs[0]).count() || f.percent && a.fig(a.figs[0]).percent) {
		share := -1
		if n == 2 {
			share = a.figs[1]
		}
		a.queue = append(a.queue, queued{a.figs[0], a.subj, share})
		a.figs = a.figs[:0]
	} else {
		a.queue = a.queue[:0]
	}
	a.figs = append(a.figs[:0], i)
	a.subj, a.none, a.gap, a.blocked, a.apart = -1, -1, 0, a.deed, false
	return i + 1
}

// dayOfMonth reports whether f is the month after a day: "ngày 13-2".
func (s *sentence) dayOfMonth(f *figure) bool {
	k := f.digits - 2
	return f.digits == f.from && s.mark(k+1) == '-' && k > 0 && s.toks[k].kind == numberToken && !s.toks[k+1].space && f.lo <= 12 && s.dayBefore(k-1)
}

// dayBefore reports whether the word at i announces a day: "ngày 5/9", "sáng 5/9".
func (s *sentence) dayBefore(i int) bool {
	switch s.lower(i) {
	case "ngày", "sáng", "chiều", "tối", "trưa", "đêm", "hôm", "đến", "(":
		return true
	}
	return s.mark(i) == '('
}

// baseWord reports whether the word makes the figure after it a whole, not a part: "trong
// tổng số 187 đảng viên có 34 …".
func (a *assembler) baseWord(x *elem) bool {
	switch a.s.lower(x.from) {
	case "trong", "trên":
		return x.bits&(isOwner|isNumberOf) != 0 && x.bits&isPart == 0
	}
	return false
}

func (a *assembler) fig(i int) *figure { return &a.e.figures[a.e.list[i].fig] }

func (a *assembler) before(i int) *elem {
	if i == 0 {
		return nil
	}
	return &a.e.list[i-1]
}

func (a *assembler) elem(i int) elem {
	if i < 0 || i >= len(a.e.list) {
		return elem{}
	}
	return a.e.list[i]
}

// second reports whether figure i says the waiting one over: "439 …, chiếm 62,62%, đạt",
// "50% (5/10)".
func (a *assembler) second(i int) bool {
	f, g := a.fig(a.figs[0]), a.fig(i)
	if g.percent == f.percent || !g.percent && !f.percent {
		return false
	}
	for k := a.figs[0] + 1; k < i; k++ {
		x := a.e.list[k]
		switch {
		case k == a.subj, x.kind == signElem && (x.sign == '(' || x.sign == ',' || x.sign == '-' || x.sign == '='):
		case x.kind == markElem && x.bits&(isShare|isOwner) != 0:
		case x.kind == textElem && x.to-x.from <= 4 && a.subj >= 0:
		default:
			return false
		}
	}
	p := a.elem(i - 1)
	return p.sign == '(' || p.sign == '=' || p.kind == markElem && p.bits&isShare != 0
}
