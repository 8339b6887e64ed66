package org

import (
	"hamrong/internal/period"
	"hamrong/internal/store"
)

// derive works out the lineage of a unit and of all below it anew.
func derive(t *store.Tx, unit int64) error {
	a, err := loadAffected(t, unit)
	if err != nil {
		return err
	}
	rows, err := a.lineage()
	if err != nil {
		return err
	}
	if _, err := t.Exec(forget, unit); err != nil {
		return err
	}
	for id, list := range rows {
		for _, r := range list {
			if _, err := t.Exec(insertLineage, id, r.ancestor, r.depth, r.from, r.until); err != nil {
				return err
			}
		}
	}
	return nil
}

func loadAffected(t *store.Tx, unit int64) (affected, error) {
	a := affected{founded: map[int64]period.Date{}, edges: map[int64][]edge{}, outside: map[int64][]ancestry{}}
	_, err := store.All(t, bornBelow, func(r store.Row) (id int64, err error) {
		var on period.Date
		err = r.Scan(&id, &on)
		a.founded[id] = on
		return id, err
	}, unit)
	if err != nil {
		return a, err
	}
	_, err = store.All(t, stepsBelow, func(r store.Row) (e edge, err error) {
		err = r.Scan(&e.unit, &e.above, &e.from, &e.until)
		a.edges[e.unit] = append(a.edges[e.unit], e)
		return e, err
	}, unit)
	if err != nil {
		return a, err
	}
	_, err = store.All(t, outsideRows, func(r store.Row) (id int64, err error) {
		var row ancestry
		err = r.Scan(&id, &row.ancestor, &row.depth, &row.from, &row.until)
		a.outside[id] = append(a.outside[id], row)
		return id, err
	}, unit)
	return a, err
}
