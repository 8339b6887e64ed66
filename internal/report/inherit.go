package report

// inherit gives a target that names no deed of its own that of the one before it: "thực hiện 3 cuộc
// kiểm tra và 3 cuộc giám sát", "kết nạp 202 đảng viên, trong đó có 66 đảng viên là học sinh"; or, in a
// list, the words that lead to it: "tỷ lệ huy động trẻ em đi học: nhà trẻ 25%; mẫu giáo 94%".
func (r *reader) inherit(s *sentence, t *Target, f *figure, a arranged) {
	named := t.Measure == t.Subject
	if k := a.measure.from; f.count() && s.lower(k) == "là" && k >= a.subject.to && a.subject.to > 0 && r.aims.deed != "" {
		t.Subject, named = s.span(a.subject.from, a.measure.to), true
	}
	switch last := len(r.facts.Targets) - 1; {
	case r.aims.found > 0 && s.lower(a.measure.from) == "cho" && a.measure.from > f.from && firstWord(t.Subject) == firstWord(r.facts.Targets[last].Subject):
		t.Measure = r.facts.Targets[last].Measure + " " + t.Measure // "mở 2 lớp cho đảng viên mới, 2 lớp cho quần chúng"
	case !named || t.Subject == "":
		if a.measure.from < a.subject.from && a.subject.from > f.from && s.verbAt(a.measure.from) && s.lower(a.measure.from) != "có" {
			r.aims.deed = t.Measure
		}
	case f.count() && r.aims.deed != "":
		t.Measure, r.aims.bare = r.aims.deed, true
	case f.percent && r.aims.lead != "":
		t.Measure = r.aims.lead
	}
}

// leads keeps the words before a colon that say what the shares after it are of.
func (r *reader) leads(s *sentence, p piece) {
	if len(p.figs) == 0 && s.mark(p.to) == ':' && (s.shareOf(p.from) || s.two(p.from, "cơ", "cấu")) {
		r.aims.lead = s.phrase(p.from, p.to).text
	}
}
