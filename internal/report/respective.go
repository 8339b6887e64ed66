package report

// recalled is a level named in an earlier sentence, for a list that only gives figures in its order.
type recalled struct {
	norm Level
	text string
	at   Span
	up   bool
}

// respectively gives figures to levels, or to drafts, that were listed before them:
// "… lần lượt đạt 15%, 80% và 5%".
func (a *assembler) respectively() {
	for i, x := range a.e.list {
		if x.kind != markElem || x.bits&isRespectively == 0 {
			continue
		}
		figs := a.listAfter(i)
		if len(figs) < 2 {
			continue
		}
		if levels := a.levelsBefore(i, len(figs)); levels != nil {
			a.pair(levels, figs)
			continue
		}
		a.again(i, figs)
	}
}

// again gives the figures after elem i to the last drafts before it: as their percents, or
// as drafts anew where they have one. Without drafts the levels of the sentence before are meant.
func (a *assembler) again(i int, figs []int) {
	n, end := len(figs), len(a.drafts)
	for end > 0 && a.drafts[end-1].to > a.e.list[i].from {
		end--
	}
	if end < n {
		a.recall(i, figs)
		return
	}
	old := a.drafts[end-n : end]
	for k, f := range figs {
		g := a.fig(f)
		if !g.percent {
			return
		}
		if old[k].share == nil && !old[k].fig.percent {
			old[k].share = g
			continue
		}
		d := old[k]
		d.fig, d.share, d.from, d.to = *g, nil, a.e.list[i].from, a.e.list[figs[n-1]].to
		a.drafts = append(a.drafts, d)
	}
}

// recall pairs the figures with the levels of the sentence before.
func (a *assembler) recall(i int, figs []int) {
	if len(a.memory) != len(figs) {
		return
	}
	for k, f := range figs {
		d := draft{from: a.e.list[i].from, to: a.e.list[figs[len(figs)-1]].to, fig: *a.fig(f), norm: a.memory[k].norm, up: a.memory[k].up, recalled: &a.memory[k], award: a.award}
		for c := i; c >= 0; c-- {
			if x := a.e.list[c]; x.kind == subjectElem {
				d.subject, d.kind, d.from = [2]int{x.from, x.to}, x.subject, x.from
				break
			}
		}
		a.drafts = append(a.drafts, d)
	}
}

// remember keeps the levels of this sentence's drafts for the next.
func (a *assembler) remember() {
	if len(a.drafts) == 0 {
		a.memory = nil
		return
	}
	memory := make([]recalled, 0, len(a.drafts))
	for _, d := range a.drafts {
		if d.recalled == nil {
			memory = append(memory, recalled{d.norm, a.s.span(d.category[0], d.category[1]), a.s.at(d.category[0], d.category[1]), d.up})
		}
	}
	a.memory = memory
}

// listAfter gives the figures listed after elem i.
func (a *assembler) listAfter(i int) []int {
	var figs []int
	for k := i + 1; k < len(a.e.list); k++ {
		x := a.e.list[k]
		switch {
		case x.kind == figureElem:
			figs = append(figs, k)
		case x.sign == ',' || x.sign == ';' || x.sign == ':' || x.kind == subjectElem:
		case x.kind == markElem && x.bits&(isLink|isEquals|isShare|isNumberOf|isOwner) != 0:
		case x.kind == textElem && (x.to-x.from == 1 && a.s.lower(x.from) == "và" || len(figs) == 0 && x.to-x.from <= 5):
		default:
			return figs
		}
	}
	return figs
}

// levelsBefore gives n levels without drafts listed right before elem i, else nil.
func (a *assembler) levelsBefore(i, n int) []int {
	var levels []int
	for k := i - 1; k >= 0 && k > i-40 && len(levels) < n; k-- {
		x := a.e.list[k]
		if x.kind == figureElem {
			return nil
		}
		if x.kind == levelElem && x.level != Coverage {
			levels = append([]int{k}, levels...)
		}
	}
	if len(levels) < n {
		return nil
	}
	for k := len(a.drafts) - 1; k >= 0 && a.drafts[k].to > a.e.list[levels[0]].from; k-- {
		return nil
	}
	return levels
}

// pair makes a draft of each level and the figure in its place.
func (a *assembler) pair(levels, figs []int) {
	for k, l := range levels {
		x := a.e.list[l]
		d := draft{from: a.e.list[levels[0]].from, to: a.e.list[figs[len(figs)-1]].to, fig: *a.fig(figs[k]), level: x, norm: x.level, category: [2]int{x.from, x.to}, award: a.award}
		if c := a.current; c >= 0 {
			d.subject, d.kind = [2]int{a.e.list[c].from, a.e.list[c].to}, a.e.list[c].subject
			if c < l && a.near(c, levels[0]) {
				d.from = a.e.list[c].from
			}
		}
		a.drafts = append(a.drafts, d)
	}
}
