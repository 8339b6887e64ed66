package report

import (
	"strings"

	"hamrong/internal/viet"
)

// organisations keeps the names of organisations already found.
type organisations struct{ seen map[string]int }

// maxScope is how near its beginning a sentence names the Party organisation it tells of.
const maxScope = 9

// scope gives the organisation told of, and adds its place to the context.
func (r *reader) scope(context *[]Span) *string {
	if r.ctx.scope == "" {
		return nil
	}
	*context = append(*context, r.ctx.scopeAt)
	name := r.ctx.scope
	return &name
}

// organisationsIn adds the organisations named in s, each once in a text.
func (r *reader) organisationsIn(s *sentence) {
	told := false
	for i := 0; i < len(s.toks); i++ {
		e, ok := s.lex.longest(s.toks, i, setOf(organisationClass), s.plain)
		if !ok || !s.toks[i].upper {
			continue
		}
		j := s.nameEnd(i+e.n, e.n)
		inner, within := s.lex.longest(s.toks, i+1, setOf(organisationClass), s.plain)
		within = within && e.n > 1 && s.toks[i].caps && !s.toks[i+1].caps
		if within {
			j = max(j, s.nameEnd(i+1+inner.n, inner.n))
		}
		name := s.span(i, j)
		if j == i+1 && !s.toks[i].caps {
			continue // "Sở" or "Bộ" alone
		}
		r.organisation(name, e.key, s.at(i, j))
		if !told && i < maxScope && (j-i > 2 || e.n == 2 && s.lower(i+1) == "ủy") && strings.Contains(e.key, "Party") && e.key != "central (Party)" && !s.row() && !s.postBefore(i) {
			told = true
			r.ctx.scope, r.ctx.scopeAt = name, s.at(i, j)
			if within {
				r.ctx.scope, r.ctx.scopeAt = s.span(i+1, j), s.at(i+1, j) // BCH Đảng bộ Sở speaks for the Đảng bộ Sở
			}
		}
		// "BCH Đảng bộ Sở" also names the Đảng bộ Sở.
		if within {
			r.organisation(s.span(i+1, j), inner.key, s.at(i+1, j))
		}
		i = j - 1
	}
}

func (r *reader) organisation(name, level string, at Span) {
	key := viet.Fold(name)
	if r.names.seen == nil {
		r.names.seen = map[string]int{}
	}
	if _, ok := r.names.seen[key]; ok {
		return
	}
	r.names.seen[key] = len(r.facts.Organisations)
	r.facts.Organisations = append(r.facts.Organisations, Organisation{Name: name, Level: level, Source: at})
}

// nameEnd gives the end of a name that goes on at k: capitalised words and the small
// words between them ("Sở Tài nguyên và Môi trường tỉnh Lam Giang").
func (s *sentence) nameEnd(k, _ int) int {
	end := k
	capital := false
	for i := k; i < len(s.toks) && i < k+14 && !s.cell(i); i++ {
		t := s.toks[i]
		if t.kind != wordToken {
			if t.kind == numberToken && i == end {
				end = i + 1
			}
			if t.r == ',' && capital && i+1 < len(s.toks) && s.toks[i+1].upper && s.joins(i+1) {
				continue
			}
			break
		}
		if _, ok := s.is(i, positionClass, "position"); ok && t.upper && !s.two(i, "nguyên", "và") { // "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG"
			break
		}
		if w := s.lower(i); w == "khóa" || w == "lần" || s.levelAt(i) || w == "và" && s.unionAt(i+1) {
			break
		}
		if t.upper {
			capital = true
			end = i + 1
			continue
		}
		switch w := s.lower(i); w {
		case "tỉnh", "huyện", "xã", "phường", "thị", "trấn", "thành", "phố", "quận", "và", "các", "cơ", "quan", "khối":
			if w == "tỉnh" && i == end {
				end = i + 1
			}
		default:
			if i > end || !syllable(s, i, capital) {
				return end
			}
			end = i + 1
			capital = false
		}
	}
	return end
}

// postBefore reports whether the name at i only says whose post somebody holds: "Bí thư Chi bộ Văn phòng".
func (s *sentence) postBefore(i int) bool {
	for k := max(0, i-4); k < i; k++ {
		if n, ok := s.is(k, positionClass, "position"); ok && k+n == i {
			return true
		}
	}
	return false
}

// cell reports whether token i begins another cell of a row.
func (s *sentence) cell(i int) bool {
	return i > 0 && i < len(s.toks) && s.toks[i].space && s.text[s.toks[i].b0-1] == '\t'
}

// row reports whether the sentence is a row of a table: it names its first cell, not what the
// text after it tells of.
func (s *sentence) row() bool {
	for i := range s.toks {
		if s.cell(i) {
			return true
		}
	}
	return false
}

// joins reports whether a capitalised word at i is followed by "và" within three words:
// "Văn hóa, Thể thao và Du lịch".
func (s *sentence) joins(i int) bool {
	for k := i + 1; k < i+4 && k < len(s.toks); k++ {
		if s.lower(k) == "và" && k+1 < len(s.toks) && s.toks[k+1].upper {
			return true
		}
	}
	return false
}

// syllable reports whether the small word at i is the second syllable of a capitalised
// word right before it: "Tài nguyên", "Môi trường".
func syllable(s *sentence, i int, capital bool) bool {
	if !capital || i == 0 || !s.toks[i-1].upper {
		return false
	}
	for _, c := range []class{markClass, actClass, timeClass} {
		if _, ok := s.lex.longest(s.toks, i, setOf(c), s.plain); ok {
			return false
		}
	}
	if s.toks[i].word == 0 {
		return true
	}
	_, organisation := s.is(i, subjectClass, string(Organisations))
	_, member := s.is(i, subjectClass, string(Members))
	return !organisation && !member // a unit is no end of a name: "Môi trường"
}

// unionAt reports whether the name of a mass organisation begins at i, so that the "và"
// before it joins two names.
func (s *sentence) unionAt(i int) bool {
	if i >= len(s.toks) || !s.toks[i].upper {
		return false
	}
	e, ok := s.lex.longest(s.toks, i, setOf(organisationClass), s.plain)
	return ok && (strings.Contains(e.key, "union") || strings.Contains(e.key, "veterans") || e.key == "association")
}
