package intakeweb

import (
	"slices"
	"testing"

	"hamrong/internal/org"
	"hamrong/internal/web/ui"
)

// A name shortened beyond recognition can be placed on any unit below: all are offered, each once.
func TestOthers_offersEveryUnitBelowOnce(t *testing.T) {
	node := func(id int64, name string) org.Node {
		n := org.Node{Unit: org.Unit{ID: id}}
		n.Name = name
		return n
	}
	tree := org.Tree{Nodes: []org.Node{node(3, "Đảng bộ Sở"), node(5, "Chi bộ Quản lý xây dựng"), node(6, "Chi bộ Thanh tra")}}
	got := others([]ui.Option{{Value: "6", Label: "Chi bộ Thanh tra"}}, tree)
	want := []ui.Option{{Value: "6", Label: "Chi bộ Thanh tra"}, {Value: "3", Label: "Đảng bộ Sở"}, {Value: "5", Label: "Chi bộ Quản lý xây dựng"}}
	if !slices.Equal(got, want) {
		t.Errorf("got %+v", got)
	}
}
