package report

import (
	"strings"

	"hamrong/internal/viet"
)

// people keeps the persons found so far and the one that speaks.
type people struct {
	seen map[string]int
	last string // name of the last person that acted
	when int    // line of that
}

// person is one mention: tokens of the cue, the name and the posts.
type person struct {
	from, to  int // with cue and posts
	name      [2]int
	positions [][2]int
}

// persons adds the persons named in s and what they did.
func (r *reader) persons(s *sentence) {
	caption := r.ctx.captions && s.first
	var lead string
	for i := 0; i < len(s.toks); i++ {
		many := false
		n, ok := s.is(i, actClass, "person")
		if !ok {
			if n, ok = s.is(i, actClass, "persons"); !ok {
				continue
			}
			many = true
		}
		k := i + n
		if many && s.mark(k) == ':' {
			k++
		}
		p, ok := s.person(i, k)
		if !ok {
			continue
		}
		r.mention(s, p, caption)
		for many && p.to < len(s.toks) {
			sep := s.mark(p.to)
			if sep != ';' && sep != ',' && s.lower(p.to) != "và" {
				break
			}
			q, ok := s.person(p.to+1, p.to+1)
			if !ok {
				break
			}
			p = q
			r.mention(s, p, caption)
		}
		name := s.span(p.name[0], p.name[1])
		r.acts(s, p, name, caption)
		if lead == "" {
			lead = name
			r.before(s, p, name)
		}
		i = p.to - 1
	}
}

// person reads a name at k and the posts after it. from is where the mention begins.
func (s *sentence) person(from, k int) (person, bool) {
	end := k
	for end < len(s.toks) && end < k+6 && s.toks[end].kind == wordToken && s.toks[end].upper && (end == k || s.toks[end].space) {
		if end > k {
			if _, ok := s.is(end, positionClass, "position"); ok && end-k >= 2 {
				break
			}
		}
		end++
	}
	if end-k < 2 {
		return person{}, false
	}
	if _, ok := s.lex.longest(s.toks, k, setOf(organisationClass, positionClass), s.plain); ok {
		return person{}, false
	}
	p := person{from: from, to: end, name: [2]int{k, end}}
	for at := end; at < len(s.toks); {
		switch m := s.mark(at); {
		case m == ',' || m == '-' || m == ':' || m == '(':
			at++
		case at == end:
		default:
			return p, true
		}
		if _, ok := s.is(at, positionClass, "position"); !ok {
			return p, true
		}
		stop := s.positionEnd(at)
		p.positions = append(p.positions, [2]int{at, stop})
		p.to = stop
		at = stop
		if s.mark(at) == ')' {
			at++
		}
	}
	return p, true
}

// positionEnd gives the end of the post that begins at i.
func (s *sentence) positionEnd(i int) int {
	for k := i + 1; k < len(s.toks); k++ {
		t := s.toks[k]
		if t.kind == markToken && t.r != '"' && t.r != '/' {
			if t.r == '.' && k+1 < len(s.toks) && !s.toks[k+1].space && s.toks[k-1].caps {
				continue
			}
			if t.r == '-' && k+1 < len(s.toks) && !t.space && !s.toks[k+1].space {
				if _, ok := s.is(k+1, positionClass, "position"); !ok {
					continue
				}
			}
			return k
		}
		if t.upper {
			continue
		}
		if s.leadsToAct(k) {
			return k // "Bí thư Đảng ủy trực tiếp truyền đạt"
		}
		e, ok := s.lex.longest(s.toks, k, setOf(actClass), s.plain)
		if !ok || e.bits&s.lex.stopBits == 0 {
			continue
		}
		_, pos := s.is(k, positionClass, "position")
		if !pos && s.lower(k) != "và" || e.bits&s.lex.stopBits&^s.lex.bitOf(actClass, "spoke") != 0 {
			return k
		}
	}
	return len(s.toks)
}

// mention keeps one mention of a person.
func (r *reader) mention(s *sentence, p person, caption bool) {
	name := s.span(p.name[0], p.name[1])
	at := s.at(p.from, p.to)
	if caption {
		end := len(s.toks)
		if s.mark(end-1) == '.' {
			end--
		}
		at = s.at(p.from, end)
	}
	key := viet.Fold(name)
	if r.people.seen == nil {
		r.people.seen = map[string]int{}
	}
	n, ok := r.people.seen[key]
	if !ok {
		n = len(r.facts.People)
		r.people.seen[key] = n
		r.facts.People = append(r.facts.People, Person{Name: name, Positions: []string{}})
	}
	who := &r.facts.People[n]
	for _, span := range p.positions {
		who.post(s.span(span[0], span[1]))
	}
	who.Source = append(who.Source, at)
}

// post adds one post; the same in another spelling is kept as written beside it.
func (p *Person) post(text string) {
	for _, have := range p.Positions {
		if have == text {
			return
		}
		if viet.Same(have, text) {
			for _, w := range p.PositionsWritten {
				if w == text {
					return
				}
			}
			if len(p.PositionsWritten) == 0 {
				p.PositionsWritten = append(p.PositionsWritten, have)
			}
			p.PositionsWritten = append(p.PositionsWritten, text)
			return
		}
	}
	p.Positions = append(p.Positions, text)
}

// role adds what the person did to its role.
func (r *reader) role(name, role string) {
	n, ok := r.people.seen[viet.Fold(name)]
	if !ok {
		return
	}
	p := &r.facts.People[n]
	for _, have := range strings.Split(p.Role, "; ") {
		if have == role {
			return
		}
	}
	if p.Role != "" {
		role = p.Role + "; " + role
	}
	p.Role = role
}

func (r *reader) peopleDone() {
	for i := range r.facts.People {
		if r.facts.People[i].Role == "" {
			r.facts.People[i].Role = "named"
		}
	}
}
