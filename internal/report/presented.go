package report

// roles are the words of the format for what a person did.
var roles = map[string]string{
	"opened": "opened", "informed": "informed", "presented": "presenter", "concluded": "concluded",
	"chaired": "chair", "attended": "guest", "spoke": "speaker",
}

// roleOrder is the order in which a wording good for several acts is read.
var roleOrder = []string{"opened", "concluded", "informed", "presented", "chaired", "attended", "spoke"}

// acts adds what the person of mention p does in the words right after it.
func (r *reader) acts(s *sentence, p person, name string, caption bool) {
	at := p.to
	for at < len(s.toks) && (s.mark(at) == ',' || s.mark(at) == ')' || s.small(at)) {
		at++
	}
	for at < len(s.toks) {
		act, n := s.act(at)
		if n == 0 {
			return
		}
		r.role(name, roles[act])
		r.people.last, r.people.when = name, r.ctx.lines
		if act == "chaired" || act == "attended" || act == "spoke" {
			return
		}
		at = r.told(s, [3]int{at, at + n, len(s.toks)}, Presented{Who: name, Act: Act(act)}, caption)
		if s.lower(at) != "và" && s.mark(at) != ',' {
			return
		}
		at++
	}
}

// small reports whether the word at i only leads to the act: "đã", "trực tiếp", "thay mặt".
func (s *sentence) small(i int) bool {
	switch s.lower(i) {
	case "đã", "sẽ", "lên", "cũng", "trực", "tiếp":
		return true
	}
	return false
}

// leadsToAct reports whether words that only lead to an act begin at i, and one follows.
func (s *sentence) leadsToAct(i int) bool {
	k := i
	for s.small(k) {
		k++
	}
	_, n := s.act(k)
	return k > i && n > 0
}

// act gives the act that begins at token i and its length, 0 if none.
func (s *sentence) act(i int) (string, int) {
	if i >= len(s.toks) {
		return "", 0
	}
	e, ok := s.lex.longest(s.toks, i, setOf(actClass), s.plain)
	if !ok || e.bits&s.lex.roleBits == 0 {
		return "", 0
	}
	if roles[e.key] != "" {
		return e.key, e.n
	}
	for _, key := range roleOrder {
		if e.bits&s.lex.bitOf(actClass, key) != 0 {
			return key, e.n
		}
	}
	return "", 0
}

// told adds one act: at holds where it begins, where its words end and the end of the
// sentence. It gives the token after what was told.
func (r *reader) told(s *sentence, at [3]int, fact Presented, caption bool) int {
	act := fact.Act
	end := r.toldEnd(s, at[1], at[2])
	if act == Opened || act == Concluded {
		for k := at[1]; k < end; k++ {
			if s.lower(k) == "và" {
				end = k
			}
		}
	}
	if act == Opened || act == Concluded {
		fact.Source = s.at(at[0], end)
		if !caption && act == Concluded {
			fact.Event = r.eventName()
		}
		r.present(fact, caption)
		return end
	}
	start := at[1]
	for start < end {
		n, ok := s.is(start, actClass, "about")
		if !ok {
			break
		}
		start += n
	}
	for k := at[0]; k < at[1]; k++ {
		if s.lower(k) == "báo" && s.lower(k+1) == "cáo" {
			start = k // the report itself is what was presented
		}
	}
	if start >= end {
		return end
	}
	what := s.span(start, end)
	fact.What, fact.Source = &what, s.at(at[0], end)
	if !caption {
		fact.Event = r.eventName()
	}
	r.present(fact, caption)
	return end
}

// present keeps the act; a caption that shows an act already told adds none.
func (r *reader) present(p Presented, caption bool) {
	act, full := p.Who+"\x00"+string(p.Act), ""
	if p.What != nil {
		full = *p.What
	}
	full = act + "\x00" + full
	if r.acted[full] || caption && r.acted[act] {
		return
	}
	if r.acted == nil {
		r.acted = map[string]bool{}
	}
	r.acted[act], r.acted[full] = true, true
	r.facts.Presented = append(r.facts.Presented, p)
}

// toldEnd gives the end of what was told from token i.
func (r *reader) toldEnd(s *sentence, i, to int) int {
	title := false
	for k := i; k < to; k++ {
		switch s.mark(k) {
		case ';', '.', '!', '(', ':':
			if s.mark(k) != '.' || k+1 >= to || s.toks[k+1].space {
				return k
			}
		case ',':
			if k+1 < to && !s.toks[k+1].upper && !s.quoted(i, k) && !(title && s.titleGoesOn(k+1)) {
				return k
			}
		}
		if s.lower(k) == "với" && k+1 < to && s.toks[k+1].kind == numberToken {
			return k // "… với 5 chương trình": what it holds
		}
		title = title || s.lower(k) == "về" && k > i
		if n, ok := s.is(k, actClass, "told-end"); ok && n > 0 && k > i {
			return k
		}
	}
	return to
}

// titleGoesOn reports whether the words after a comma, at token k, are still of the title: "về tăng
// cường xây dựng, chỉnh đốn Đảng". Other words begin another act or say what the document holds.
func (s *sentence) titleGoesOn(k int) bool {
	if _, n := s.act(k); n > 0 {
		return false
	}
	_, goesOn := s.is(k, timeClass, "continues")
	_, ends := s.is(k, lookalikeClass, "target-end")
	_, told := s.is(k, actClass, "told-end")
	return !goesOn && !ends && !told
}

// before adds an act that stands before the name: "Kết luận Hội nghị, đồng chí …".
func (r *reader) before(s *sentence, p person, name string) {
	if p.from == 0 || s.mark(p.from-1) != ',' && s.mark(p.from-1) != ':' {
		return
	}
	i := s.bullet()
	act, n := s.act(i)
	if n == 0 || act != "concluded" && act != "opened" || i+n+4 < p.from {
		return
	}
	r.role(name, roles[act])
	r.people.last, r.people.when = name, r.ctx.lines
	r.present(Presented{Who: name, Act: Act(act), Event: r.eventName(), Source: s.at(i, p.name[1])}, false)
}

// eventName gives the name of the conference that the text is telling of.
func (r *reader) eventName() *string {
	if r.ctx.event == nil {
		return nil
	}
	name := r.facts.Events[*r.ctx.event].Name
	return &name
}
