package yearweb

import (
	"errors"
	"slices"

	"hamrong/internal/fault"
	"hamrong/internal/figure"
	"hamrong/internal/intake"
	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/title"
	"hamrong/internal/year"
)

// content is all that the page shows, as it was read in one transaction.
type content struct {
	Unit     org.Unit
	Path     []org.Step
	Children []org.Unit
	Year     int
	Day      period.Date // by whose tree the page stands
	Today    period.Date
	States   []year.Year // the years of the strip

	Sheet, Before figure.Sheet // this year's figures, and the year's before
	Parts         []figure.Part
	Corrected     map[int64]bool // records of both years' figures that were corrected while they were entered
	Own, Next     aims           // targets of this year and of the next

	Office      []holder       // the unit and those of its office, with their titles
	Levels      map[int64]cell // titles of the units below, this year
	Resolutions []Resolution
	Sources     []source // the documents that it was read from
	Papers      []source // what it was typed from
	Read        int      // how many of the documents gave figures
	Typed       bool     // some figures were typed

	MayRecord, MayDecide, MayFound bool
	Kept                           bool // shown after something was written
}

// aims are the targets of one year with what there is to compare them with.
type aims struct {
	Year     int
	Baseline int
	List     []aim
	Twice    [][]target.Target // those of them about one matter, grouped
}

// aim is one target beside its result and its baseline.
type aim struct {
	target.Target
	Twice    bool // another one is about the same matter
	Verdict  target.Verdict
	Baseline target.Baseline
}

// holder is a unit with all its titles.
type holder struct {
	org.Unit
	Titles []title.Title
}

// cell is the level of a unit below, by its title.
type cell struct {
	Title  title.Title
	Record int64
}

func load(t *store.Tx, unit int64, y int, inForce func(*store.Tx, int64, int) ([]Resolution, error)) (content, error) {
	c := content{Year: y, Today: t.Today()}
	c.Day = min(period.Year(y).End(), c.Today)
	for _, step := range []func(*store.Tx, int64) error{c.tree, c.states, c.figures, c.targets, c.titles, c.sources} {
		if err := step(t, unit); err != nil {
			return c, err
		}
	}
	if inForce == nil {
		return c, nil
	}
	var err error
	c.Resolutions, err = inForce(t, unit, y)
	return c, err
}

func (c *content) tree(t *store.Tx, unit int64) (err error) {
	if c.Unit, err = org.Find(t, unit, c.Day); err != nil {
		return err
	}
	if c.Unit.FoundedOn > c.Day {
		c.Day = c.Unit.FoundedOn
	}
	if c.Path, err = org.PathTo(t, unit, c.Day); err != nil {
		return err
	}
	c.Children, err = org.ChildrenOf(t, unit, c.Day)
	return err
}

func (c *content) states(t *store.Tx, unit int64) error {
	for _, y := range []int{c.Year - 1, c.Year, c.Year + 1} {
		s, err := year.State(t, unit, period.Year(y))
		if err != nil {
			return err
		}
		c.States = append(c.States, s)
	}
	return nil
}

func (c *content) figures(t *store.Tx, unit int64) (err error) {
	if c.Sheet, err = sheet(t, unit, c.Year); err != nil {
		return err
	}
	if c.Before, err = sheet(t, unit, c.Year-1); err != nil {
		return err
	}
	c.Corrected = map[int64]bool{}
	for _, y := range []int{c.Year, c.Year - 1} {
		records, err := intake.CorrectedFigures(t, unit, period.Year(y))
		if err != nil {
			return err
		}
		for _, record := range records {
			c.Corrected[record] = true
		}
	}
	c.Parts, err = figure.Below(t, unit, period.Year(c.Year), c.Day)
	return err
}

func sheet(t *store.Tx, unit int64, y int) (figure.Sheet, error) {
	list, err := figure.Of(t, unit, period.Year(y))
	return figure.Assemble(period.Year(y), list), err
}

func (c *content) targets(t *store.Tx, unit int64) error {
	for _, a := range []struct {
		into   *aims
		year   int
		before figure.Sheet
	}{{&c.Own, c.Year, c.Before}, {&c.Next, c.Year + 1, c.Sheet}} {
		list, err := target.ForYear(t, unit, a.year)
		if err != nil {
			return err
		}
		result := c.Sheet
		if a.year != c.Year {
			if result, err = sheet(t, unit, a.year); err != nil {
				return err
			}
		}
		*a.into = aims{Year: a.year, Baseline: a.year - 1, Twice: target.Alike(list)}
		twice := map[int64]bool{}
		for _, g := range slices.Concat(a.into.Twice...) {
			twice[g.Record] = true
		}
		for _, g := range list {
			a.into.List = append(a.into.List, aim{
				Target:   g,
				Twice:    twice[g.Record],
				Verdict:  target.Judge(g.Content, result.Amount(g.Content.Of())),
				Baseline: target.Compare(g.Content, a.before.Amount(g.Content.Of())),
			})
		}
		slices.SortStableFunc(a.into.List, byKind)
	}
	return nil
}

func (c *content) titles(t *store.Tx, unit int64) error {
	lead := c.Unit
	if found, err := org.LeadOf(t, unit, c.Day); err == nil {
		lead = found
	} else if !errors.Is(err, fault.NotFound) {
		return err
	}
	linked, err := org.LinkedTo(t, lead.ID, c.Day)
	if err != nil {
		return err
	}
	for _, u := range append([]org.Unit{lead}, linked...) {
		list, err := title.Of(t, u.ID)
		if err != nil {
			return err
		}
		c.Office = append(c.Office, holder{Unit: u, Titles: list})
	}
	below, err := title.OfChildren(t, unit, period.Year(c.Year), c.Day)
	if err != nil {
		return err
	}
	c.Levels = map[int64]cell{}
	for _, d := range below {
		if _, ok := c.Levels[d.Unit]; !ok && d.Status == title.Attained {
			c.Levels[d.Unit] = cell{Title: d, Record: d.Record}
		}
	}
	return nil
}

// frozen reports whether the page's own year takes only corrections.
func (c content) frozen() bool { return c.States[1].Frozen }

// mayEnter reports whether the reader may enter records of the page's own year.
func (c content) mayEnter() bool { return c.MayRecord && !c.frozen() }

// empty reports whether the page has nothing to show yet.
func (c content) empty() bool {
	if len(c.Sheet.Tallies)+len(c.Before.Tallies)+len(c.Parts)+len(c.Own.List)+len(c.Next.List)+len(c.Resolutions) > 0 {
		return false
	}
	for _, h := range c.Office {
		if len(h.Titles) > 0 {
			return false
		}
	}
	return true
}
