package org_test

import (
	"context"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/fault"
	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/testkit"
)

const bare = "the test compares what is stored with what it works out itself"

var (
	storedLineage = store.Whole(access.See, bare, `SELECT unit_id, ancestor_id, valid_from, valid_until FROM unit_lineage WHERE unit_id >= $1`)
	storedSteps   = store.Whole(access.See, bare, `SELECT s.unit_id, COALESCE(s.parent_id, 0), s.valid_from, s.valid_until FROM unit_state s WHERE s.unit_id >= $1
UNION ALL SELECT o.unit_id, o.lead_id, o.valid_from, o.valid_until FROM unit_office o WHERE o.unit_id >= $1`)
	storedLives = store.Whole(access.See, bare, `SELECT id, 0, founded_on, ended_on FROM unit WHERE id >= $1`)
)

// dated is a unit with another one over a span of days.
type dated struct {
	unit, other int64
	from, until period.Date
}

// stored is what the database holds of the tree, of the units from one on.
type stored struct{ lineage, steps, lives []dated }

func load(db *store.DB, first int64) (s stored, err error) {
	err = db.Read(context.Background(), directory.New(db).Console(0, "test.read"), func(t *store.Tx) error {
		for q, to := range map[*store.Stmt]*[]dated{storedLineage: &s.lineage, storedSteps: &s.steps, storedLives: &s.lives} {
			if *to, err = store.All(t, q, func(r store.Row) (d dated, err error) {
				return d, r.Scan(&d.unit, &d.other, &d.from, &d.until)
			}, first); err != nil {
				return err
			}
		}
		return nil
	})
	return s, err
}

type pair struct{ unit, ancestor int64 }

// told gives the ancestors on a day as unit_lineage tells them.
func (s stored) told(day period.Date) map[pair]int {
	out := map[pair]int{}
	for _, l := range s.lineage {
		if l.from <= day && day < l.until {
			out[pair{l.unit, l.other}]++
		}
	}
	return out
}

// worked gives the ancestors on a day by walking up step by step, unit by unit. A unit that
// has ended stands where it last stood.
func (s stored) worked(day period.Date) map[pair]int {
	up := map[int64][]int64{}
	for _, u := range s.lives {
		if u.from > day {
			continue
		}
		for _, e := range s.steps {
			if e.unit == u.unit && e.other != 0 && e.from <= day && (day < e.until || e.until == u.until) {
				up[u.unit] = append(up[u.unit], e.other)
			}
		}
	}
	out := map[pair]int{}
	var walk func(unit, at int64)
	walk = func(unit, at int64) {
		out[pair{unit, at}] = 1
		for _, above := range up[at] {
			walk(unit, above)
		}
	}
	for _, u := range s.lives {
		if u.from <= day {
			walk(u.unit, u.unit)
		}
	}
	return out
}

var days = []period.Date{"2009-12-31", "2010-01-01", "2011-06-30", "2012-01-01", "2013-05-05", "2014-12-31", "2015-01-01", "2016-02-29", "2018-01-01", "2020-10-10", "2026-01-01"}

// act does one drawn thing to the units and gives the day from which it may change the tree.
func act(rt *rapid.T, h house, units *[]int64) (period.Date, error) {
	pick := func(name string) int64 { return rapid.SampledFrom(*units).Draw(rt, name) }
	on := org.Act{On: rapid.SampledFrom(days).Draw(rt, "day")}
	name := "Đảng bộ bộ phận " + strconv.Itoa(len(*units))
	switch rapid.SampledFrom([]string{"found", "found", "linked", "move", "move", "rename", "link", "end"}).Draw(rt, "what") {
	case "found":
		id, err := h.Found(h.clerk, org.Founding{Naming: part(name), Act: on, Parent: pick("parent")})
		if err == nil {
			*units = append(*units, id)
		}
		return on.On, err
	case "linked":
		line := rapid.SampledFrom([]org.Line{org.Union, org.Youth}).Draw(rt, "line")
		id, err := h.FoundLinked(h.clerk, pick("lead"), org.Founding{Naming: org.Naming{Name: name}, Line: line, Act: on})
		if err == nil {
			*units = append(*units, id)
		}
		return on.On, err
	case "move":
		return on.On, h.Move(h.clerk, pick("unit"), org.Moving{Parent: pick("to"), Act: on})
	case "rename":
		return on.On, h.Rename(h.clerk, pick("unit"), org.Renaming{Naming: org.Naming{Name: name + " mới"}, Act: on})
	case "link":
		return on.On, h.Link(h.clerk, pick("unit"), org.Linking{Lead: pick("lead"), Act: on})
	}
	return on.On, h.End(h.clerk, pick("unit"), on)
}

// settle founds a chain of four below a unit and another unit beside it, so that moves carry whole subtrees.
func settle(rt *rapid.T, h house, world int64) []int64 {
	units := []int64{world}
	for i, parent := range []int{0, 1, 2, 3, 0} {
		id, err := h.Found(h.clerk, org.Founding{Naming: part("Đảng bộ bộ phận đầu " + strconv.Itoa(i)), Parent: units[parent]})
		if err != nil {
			rt.Fatal(err)
		}
		units = append(units, id)
	}
	return units
}

// TestLineage_isWhatTheStatesSayOnAnyDay also shows that nothing that happens changes an earlier day.
func TestLineage_isWhatTheStatesSayOnAnyDay(t *testing.T) {
	db := testkit.NewDB(t)
	h := newHouse(t, db)
	done, worlds := map[bool]int{}, 0
	rapid.Check(t, func(rt *rapid.T) {
		worlds++
		world, err := h.Found(h.clerk, org.Founding{Naming: part("Đảng bộ bộ phận gốc " + strconv.Itoa(worlds)), Parent: h.root})
		if err != nil {
			rt.Fatal(err)
		}
		units := settle(rt, h, world)
		before, err := load(db, world)
		if err != nil {
			rt.Fatal(err)
		}
		for range rapid.IntRange(1, 14).Draw(rt, "steps") {
			from, err := act(rt, h, &units)
			done[err == nil]++
			if err != nil && fault.KindOf(err) != fault.Invalid && fault.KindOf(err) != fault.Conflict {
				rt.Fatalf("not a refusal: %v", err)
			}
			now, err := load(db, world)
			if err != nil {
				rt.Fatal(err)
			}
			for _, day := range days {
				told := now.told(day)
				if d := cmp.Diff(now.worked(day), told, cmp.AllowUnexported(pair{})); d != "" {
					rt.Fatalf("on %s (-worked out +stored):\n%s", day, d)
				}
				if day < from {
					if d := cmp.Diff(before.told(day), told, cmp.AllowUnexported(pair{})); d != "" {
						rt.Fatalf("%s changed by something of %s:\n%s", day, from, d)
					}
				}
			}
			before = now
		}
	})
	if done[true] < worlds || done[false] < worlds/4 {
		t.Errorf("%d done, %d refused in %d worlds: the property was hardly tried", done[true], done[false], worlds)
	}
}
