package report

// bareVerb completes a target whose figure ends its words and that has a verb without a
// noun before it: the noun is in the base ("tăng 5% trên tổng số hộ kinh doanh"), or in
// the target before ("kiểm tra 100% đạt yêu cầu"). at: first word, figure, token after
// the figure, end.
func (r *reader) bareVerb(s *sentence, a *arranged, at [4]int) {
	start, end, after, last := at[0], at[1], at[2], at[3]
	if a.subject.to == 0 && s.verbAt(start) {
		if n, ok := s.is(after, markClass, "base"); ok && s.lower(after+n-1) == "số" {
			a.subject, a.measure = s.phrase(after+n, last), s.phrase(start, end)
			return
		}
		if last > after && s.verbAt(after) && r.aims.found > 0 {
			a.measure = s.phrase(after, last)
			return
		}
	}
	if a.subject.to == 0 {
		a.subject = s.phrase(start, end)
	}
	if a.measure.to == 0 {
		a.measure = s.phrase(start, end)
	}
}

// grades reports whether the words after the figure are a grade and no noun: "75% trở lên
// khá giỏi".
func (s *sentence) grades(p phrase) bool {
	for k := p.from; k < p.to; k++ {
		switch s.lower(k) {
		case "khá", "giỏi", "tốt", "xuất", "sắc", ",":
		case "về":
			return k > p.from // "75% khá giỏi về nghiệp vụ"
		default:
			return false
		}
	}
	return p.to > p.from
}
