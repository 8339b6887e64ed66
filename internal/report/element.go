package report

type elemKind uint8

const (
	textElem elemKind = iota // words that mean nothing to the grammar
	figureElem
	subjectElem
	levelElem
	markElem // a mark word: bits say what for
	signElem // one sign of punctuation
	upElem   // "trở lên" away from its figure
)

// elem is a piece of a sentence that the grammar works with.
type elem struct {
	kind     elemKind
	from, to int // tokens
	fig      int // place in elements.figures
	level    Level
	subject  Kind
	bits     keySet
	sign     rune
	time     bool // a year or date
}

// elements is a sentence cut into elems; quotes are left out.
type elements struct {
	list    []elem
	figures []figure
}

var grammarClasses = setOf(levelClass, subjectClass, markClass, comparatorClass)

// cut fills e from s.
func (e *elements) cut(s *sentence) {
	e.list, e.figures = e.list[:0], e.figures[:0]
	when := s.when
	for i := s.bullet(); i < len(s.toks); {
		for len(when) > 0 && when[0].to <= i {
			when = when[1:]
		}
		if len(when) > 0 && when[0].from <= i {
			e.list = append(e.list, elem{from: i, to: when[0].to, time: true})
			i = when[0].to
			continue
		}
		i = e.one(s, i)
	}
	e.settle(s)
}

// one appends the element at token i and gives the token after it.
func (e *elements) one(s *sentence, i int) int {
	t := s.toks[i]
	if t.kind == numberToken {
		if end, ok := s.numberEnd(i); ok {
			e.list = append(e.list, elem{from: i, to: end}) // a document's number
			return end
		}
	}
	best, ok := s.lex.longest(s.toks, i, grammarClasses, s.plain)
	if n := len(e.list); !ok && n > 0 && e.list[n-1].kind == figureElem && e.list[n-1].to == i {
		if n, post := s.is(i, positionClass, "position"); post {
			e.list = append(e.list, elem{kind: subjectElem, from: i, to: i + n, subject: Members}) // "3 phó chủ tịch"
			return i + n
		}
	}
	if ok && best.class == subjectClass && best.n == 1 && s.two(i-1, "nông", "thôn") {
		ok = false // "nông thôn mới" is no hamlet
	}
	if t.kind == numberToken || ok && best.class == comparatorClass || numberWord(s, i) {
		if f, ok := s.figureAt(i); ok {
			e.figures = append(e.figures, f)
			e.list = append(e.list, elem{kind: figureElem, from: i, to: f.to, fig: len(e.figures) - 1})
			return f.to
		}
	}
	if ok && best.class == comparatorClass {
		if best.key == "up" {
			e.list = append(e.list, elem{kind: upElem, from: i, to: i + best.n})
			return i + best.n
		}
		best, ok = s.lex.longest(s.toks, i, grammarClasses&^setOf(comparatorClass), s.plain)
	}
	if !ok {
		if t.kind == markToken {
			if t.r != '"' {
				e.list = append(e.list, elem{kind: signElem, from: i, to: i + 1, sign: t.r})
			}
			return i + 1
		}
		if n := len(e.list); n > 0 && e.list[n-1].kind == textElem && !e.list[n-1].time && e.list[n-1].to == i {
			e.list[n-1].to++
		} else {
			e.list = append(e.list, elem{from: i, to: i + 1})
		}
		return i + 1
	}
	x := elem{from: i, to: i + best.n}
	switch best.class {
	case levelClass:
		x.kind, x.level = levelElem, Level(best.key)
	case subjectClass:
		x.kind, x.subject = subjectElem, Kind(best.key)
	default:
		x.kind, x.bits = markElem, best.bits
	}
	e.list = append(e.list, x)
	return x.to
}

// states reports whether the sentence has a figure that is no year and no number of its line.
func (e *elements) states() bool {
	for i := range e.figures {
		if f := &e.figures[i]; f.from > 0 && (!f.count() || !f.year()) {
			return true
		}
	}
	return false
}

// short reports whether the level is written without its noun: "hoàn thành tốt".
func (s *sentence) short(x elem) bool {
	if x.to-x.from < 2 || s.toks[x.to-1].caps {
		return false
	}
	switch s.lower(x.to - 1) {
	case "tốt", "sắc", "thành":
		first := s.lower(x.from)
		return first == "hoàn" || first == "không" || first == "đủ"
	}
	return false
}

// task reports whether a counted task stands right before elem i: "3 nhiệm vụ hoàn thành".
func (e *elements) task(i int) bool {
	return i > 1 && e.list[i-1].kind == subjectElem && e.list[i-1].subject == Tasks && e.list[i-2].kind == figureElem
}

// lastOf reports whether the level at i, written as "hoàn thành" alone, ends a list of levels in
// short: "2 đảng viên hoàn thành xuất sắc, 20 đảng viên hoàn thành tốt, 1 đảng viên hoàn thành".
func (e *elements) lastOf(s *sentence, i int) bool {
	if i == 0 || e.list[i-1].kind != subjectElem && e.list[i-1].sign != ')' {
		return false
	}
	for k := i - 1; k >= 0; k-- {
		if x := e.list[k]; x.kind == levelElem && (x.level == HTXSNV || x.level == HTTNV) {
			return s.short(x)
		}
	}
	return false
}

// bare reports whether a level without its noun can stand at i: a sign, figure or link follows.
func (e *elements) bare(s *sentence, i int) bool {
	if s.mark(e.list[i].to) == '"' || i+1 >= len(e.list) {
		return true
	}
	x := e.list[i+1]
	return x.kind == signElem || x.kind == figureElem || x.kind == upElem || x.kind == levelElem ||
		x.kind == markElem && x.bits&(isShare|isEquals|isPart) != 0 || x.kind == textElem && s.lower(x.from) == "và"
}

func numberWord(s *sentence, i int) bool {
	_, ok := s.lex.longest(s.toks, i, setOf(numberClass), false)
	return ok
}

// settle joins neighbouring subjects and turns "được đánh giá" before a level into a link.
func (e *elements) settle(s *sentence) {
	out := e.list[:0]
	for i := 0; i < len(e.list); i++ {
		x := e.list[i]
		if n := len(out); n > 0 && x.kind == subjectElem && out[n-1].kind == subjectElem && out[n-1].to == x.from {
			out[n-1].to = x.to
			if out[n-1].subject == Units || out[n-1].subject == Tasks && x.subject != Tasks {
				out[n-1].subject = x.subject // the first noun tells: "chi bộ thôn", "đảng viên Đảng bộ Sở"
			}
			continue
		}
		if x.kind == signElem && x.sign == '(' && i+2 < len(e.list) && e.list[i+1].kind == subjectElem &&
			e.list[i+2].sign == ')' && len(out) > 0 && out[len(out)-1].kind == subjectElem {
			i += 2
			continue // tổ chức cơ sở đảng (TCCSĐ)
		}
		if x.kind == levelElem && x.level == Coverage && e.levelFollows(i) {
			x.kind, x.level, x.bits = markElem, "", isLink
		}
		if x.kind == levelElem && (tooShort(s, x) || e.noLevel(s, i)) {
			x = elem{from: x.from, to: x.to}
		}
		out = append(out, x)
	}
	e.list = out
}

// levelFollows reports whether after i, over links, colons and "chất lượng", a level comes.
func (e *elements) levelFollows(i int) bool {
	for k := i + 1; k < len(e.list) && k < i+5; k++ {
		x := e.list[k]
		switch {
		case x.kind == levelElem && x.level != Coverage:
			if k+1 < len(e.list) && e.list[k+1].kind == figureElem && e.list[k-1].sign == ':' {
				return false // được đánh giá, phân loại: hoàn thành tốt 12
			}
			return x.level != Exempt && x.level != NotAssessed
		case x.kind == levelElem, x.kind == markElem && x.bits&(isLink|isEquals) != 0 && x.bits&(isShare|isNone|isPart) == 0, x.sign == ':', x.sign == '-':
		case x.kind == markElem && x.bits&isLink != 0 && x.to-x.from == 1:
		case x.kind == textElem && x.to-x.from <= 2:
		default:
			return false
		}
	}
	return false
}

// tooShort reports whether the level is a short abbreviation or word written in small
// letters where only the capitals mean a level ("ht" is none).
func tooShort(s *sentence, x elem) bool {
	return x.to-x.from == 1 && !s.toks[x.from].caps
}

// noLevel reports whether the words at i are no level: tasks of a named sort were done
// well ("hoàn thành tốt nhiệm vụ chính trị") or an aim is named ("xây dựng Đảng trong sạch").
func (e *elements) noLevel(s *sentence, i int) bool {
	x := e.list[i]
	switch x.level {
	case Coverage:
		_, ok := s.is(x.to, lookalikeClass, "after-coverage")
		return ok
	case HTXSNV, HTTNV, HTNV, KHTNV:
		if s.short(x) && (!e.bare(s, i) || x.to-x.from == 2 && x.level == HTNV && !e.task(i) && !e.lastOf(s, i)) {
			return true
		}
		if n, ok := s.is(x.to, lookalikeClass, "after-level"); ok && n > 0 {
			return true
		}
		if x.from > 0 && s.toks[x.from].word == s.lex.words["thành"] {
			prev := s.lower(x.from - 1)
			return prev == "trở" || prev == "hình" || prev == "hoàn" || prev == "biến"
		}
	}
	return false
}
