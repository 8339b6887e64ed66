package yearweb

import (
	"context"
	"strconv"

	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// aimTitle says of which year the targets are and what they stand beside.
func aimTitle(ctx context.Context, c content, a aims) string {
	if c.judged(a) {
		return ui.T(ctx, "yearpage.part.aims.own", strconv.Itoa(a.Year), strconv.Itoa(a.Baseline))
	}
	return ui.T(ctx, "yearpage.part.aims.next", strconv.Itoa(a.Year), strconv.Itoa(a.Baseline))
}

func belowTitle(ctx context.Context, c content, n int64) string {
	return ui.Number(ctx, n) + " " + wording.Population(ctx, c.childPopulation())
}

// emptyText says how a year without anything is begun: units are declared first only where none is.
func (c content) emptyText() string {
	if c.frozen() {
		return "yearpage.empty.text.closed"
	}
	if len(c.Children) > 0 {
		return "yearpage.empty.text.children"
	}
	return "yearpage.empty.text"
}

// resultsText says how results come onto the page, as far as the year takes any.
func (c content) resultsText() string {
	if c.frozen() {
		return "yearpage.empty.text.closed"
	}
	return "yearpage.results.none.text"
}

// mayAim reports whether the reader may draft targets of the next year.
func (c content) mayAim() bool { return c.MayRecord && !c.States[2].Frozen }

// aimsText says how targets of the next year come about, as far as it takes any.
func (c content) aimsText() string {
	if c.States[2].Frozen {
		return "yearpage.aims.none.closed"
	}
	return "yearpage.aims.none.text"
}
