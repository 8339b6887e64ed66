package org

import (
	"context"
	"slices"
	"unicode/utf8"

	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/viet"
)

// Node is a unit in a tree.
type Node struct {
	Unit
	Depth    int   // steps below the top of the tree
	Lead     int64 // the lead of its office if it is shown as linked to it; 0 if not
	Children int   // how many units stand right below it, shown or not
}

// Tree is what a person may see of the units on a day, in reading order: each unit, the
// units of its office, the units below it.
type Tree struct {
	Nodes []Node
	Whole bool // every unit is shown; otherwise the lower ones are opened unit by unit
}

// treeRoom is how many units one tree shows.
const treeRoom = 600

// TreeOn gives the tree on a day. Under names the top; 0 means all that the caller may see.
func TreeOn(t *store.Tx, under int64, on period.Date) (Tree, error) {
	on = day(t, on)
	tops, err := topsOn(t, under, on)
	if err != nil {
		return Tree{}, err
	}
	tree := Tree{Nodes: []Node{}, Whole: true}
	shown := map[int64]bool{}
	for _, top := range tops {
		if shown[top.ID] {
			continue
		}
		depth, whole, err := roomFor(t, top.ID, on, treeRoom-len(tree.Nodes))
		if err != nil {
			return Tree{}, err
		}
		tree.Whole = tree.Whole && whole
		list, err := store.All(t, belowOn, func(r store.Row) (n Node, err error) {
			return n, r.Scan(append(n.Unit.fields(), &n.Lead, &n.Children)...)
		}, top.ID, on, depth)
		if err != nil {
			return Tree{}, err
		}
		tree.Nodes = arrange(tree.Nodes, list, top.ID, shown)
	}
	return tree, nil
}

func topsOn(t *store.Tx, under int64, on period.Date) ([]Unit, error) {
	switch {
	case under != 0:
		u, err := Find(t, under, on)
		if err != nil || !u.Living(on) {
			return []Unit{}, err
		}
		return []Unit{u}, nil
	case t.Caller() == 0:
		return store.All(t, rootsOn, scanUnit, on)
	}
	granted, err := store.All(t, grantedOn, scanUnit, on)
	if err != nil {
		return nil, err
	}
	// A unit below another one that is granted as well appears under that one.
	tops := make([]Unit, 0, len(granted))
	for _, u := range granted {
		above, err := store.All(t, aboveOn, scanID, u.ID, on)
		if err != nil {
			return nil, err
		}
		below := false
		for _, other := range granted {
			below = below || other.ID != u.ID && slices.Contains(above, other.ID)
		}
		if !below {
			tops = append(tops, u)
		}
	}
	return tops, nil
}

// roomFor gives the depth to which the units below one fit into the room, at least 1.
func roomFor(t *store.Tx, top int64, on period.Date, room int) (depth int, whole bool, err error) {
	type row struct{ depth, count int }
	rows, err := store.All(t, depthsOn, func(r store.Row) (v row, err error) { return v, r.Scan(&v.depth, &v.count) }, top, on)
	if err != nil {
		return 0, false, err
	}
	for _, r := range rows {
		if room -= r.count; room < 0 && r.depth > 1 {
			return depth, false, nil
		}
		depth = r.depth
	}
	return depth, true, nil
}

// arrange appends the units of list in reading order, from top down.
func arrange(nodes, list []Node, top int64, shown map[int64]bool) []Node {
	byID, below, linked := map[int64]Node{}, map[int64][]int64{}, map[int64][]int64{}
	for _, n := range list {
		byID[n.ID] = n
	}
	for _, n := range list {
		_, underParent := byID[n.Parent]
		_, underLead := byID[n.Lead]
		switch {
		case n.ID == top:
		case underLead && (n.Line != byID[top].Line || !underParent):
			linked[n.Lead] = append(linked[n.Lead], n.ID)
		case underParent:
			below[n.Parent] = append(below[n.Parent], n.ID)
		}
	}
	var walk func(id int64, depth int, lead int64)
	walk = func(id int64, depth int, lead int64) {
		if shown[id] {
			return
		}
		shown[id] = true
		n := byID[id]
		n.Depth, n.Lead = depth, lead
		nodes = append(nodes, n)
		for _, other := range linked[id] {
			walk(other, depth+1, id)
		}
		for _, child := range below[id] {
			walk(child, depth+1, 0)
		}
	}
	if _, ok := byID[top]; ok {
		walk(top, 0, 0)
	}
	return nodes
}

// searchRoom is how many units a search shows.
const searchRoom = 100

// Search lists units that live on a day and whose name or short name holds the words, without
// regard to case and marks, in the order of their names. More says that there are others.
func Search(t *store.Tx, words string, on period.Date) (list []Unit, more bool, err error) {
	folded := viet.Fold(words)
	if folded == "" || utf8.RuneCountInString(words) > maxName { // no unit is called so
		return []Unit{}, false, nil
	}
	list, err = store.All(t, named, scanUnit, "%"+literal(folded)+"%", day(t, on))
	if len(list) > searchRoom {
		return list[:searchRoom], true, err
	}
	return list, false, err
}

// literal escapes what LIKE would take for a wildcard.
func literal(s string) string {
	out := make([]byte, 0, len(s))
	for i := range len(s) {
		if s[i] == '%' || s[i] == '_' || s[i] == '!' {
			out = append(out, '!')
		}
		out = append(out, s[i])
	}
	return string(out)
}

// Tree gives the tree of units that the caller may see on a day; see TreeOn.
func (s *Service) Tree(ctx context.Context, under int64, on period.Date) (tree Tree, err error) {
	err = s.read(ctx, under, on, func(t *store.Tx) error { tree, err = TreeOn(t, under, on); return err })
	return tree, err
}

// Search lists units by words of their names; see the function Search.
func (s *Service) Search(ctx context.Context, words string, on period.Date) (list []Unit, more bool, err error) {
	err = s.read(ctx, 0, on, func(t *store.Tx) error { list, more, err = Search(t, words, on); return err })
	return list, more, err
}
