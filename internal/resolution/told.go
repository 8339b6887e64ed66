package resolution

import (
	"slices"

	"hamrong/internal/viet"
)

// Told compares what another source tells of a paper with the record of it that stands.
type Told struct {
	Standing Resolution
	Against  Content // what the record says otherwise: counts of the same parts, the motto
	Adds     Content // what the record does not say yet, and Enter adds to it
	More     bool    // there is something to add
}

// Tells finds among standing records the one that a source tells of again; ok is false for a new paper.
func (n New) Tells(standing []Resolution) (told Told, ok bool) {
	n = n.settle()
	for _, r := range standing {
		if !r.Content.Same(n.Content) {
			continue
		}
		told = Told{Standing: r, Against: r.Content.against(n.Content)}
		var merged Content
		merged, told.More = r.Content.with(n.Content)
		told.Adds = Content{Counts: merged.Counts[len(r.Counts):], Goals: merged.Goals[len(r.Goals):], Mottos: merged.Mottos[len(r.Mottos):]}
		if r.Motto == "" {
			told.Adds.Motto = merged.Motto
		}
		if r.Number == "" {
			told.Adds.Number = merged.Number
		}
		return told, true
	}
	return told, false
}

// against gives what a record says otherwise than another source: another number of the same
// parts where the source does not say that one too, another motto.
func (c Content) against(d Content) (other Content) {
	same := sameParts(slices.Concat(c.Counts, d.Counts))
	for _, h := range c.Counts {
		differs := false
		for _, o := range d.Counts {
			if same(h) == same(o) {
				if differs = h.Count != o.Count; !differs {
					break
				}
			}
		}
		if differs {
			other.Counts = append(other.Counts, h)
		}
	}
	if c.Motto != "" && d.Motto != "" && !viet.Same(c.Motto, d.Motto) {
		other.Motto = c.Motto
	}
	return other
}
