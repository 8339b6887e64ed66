package ui

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
)

func renderTable(t testing.TB, x Table) string {
	t.Helper()
	var b strings.Builder
	err := x.Render(context.Background(), &b)
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTable_putsSumsInTheFootAfterTheBody(t *testing.T) {
	s := renderTable(t, sampleLevels())
	foot := strings.Index(s, "<tfoot>")
	if foot < 0 || foot < strings.Index(s, "</tbody>") || !strings.Contains(s[foot:], "2 + 7 + 9 = 18") {
		t.Error(s)
	}
	if strings.Count(s, "<tbody>") != 1 || strings.Count(s, "</tbody>") != 1 {
		t.Error("bodies do not pair")
	}
}

func TestTable_opensABodyForEveryGroup(t *testing.T) {
	s := renderTable(t, sampleTargets())
	if strings.Count(s, "<tbody>") != 2 || strings.Count(s, "</tbody>") != 2 {
		t.Errorf("bodies: %d", strings.Count(s, "<tbody>"))
	}
}

func TestTable_headsSpanTheirGroup(t *testing.T) {
	s := renderTable(t, sampleBranches())
	if !strings.Contains(s, `class="grp" colspan="3">Xếp loại đảng viên</th>`) || strings.Count(s, `rowspan="2"`) != 6 {
		t.Error(s[:2000])
	}
}

func TestTable_saysThatNothingIsThere(t *testing.T) {
	s := renderTable(t, Table{Columns: []Column{{Head: "a"}, {Head: "b"}}})
	if !strings.Contains(s, `<td colspan="2">Chưa có số liệu.</td>`) {
		t.Error(s)
	}
}

func TestTable_fillsRowsThatAreShort(t *testing.T) {
	s := renderTable(t, Table{Columns: make([]Column, 4), Rows: []Row{{Cells: []Cell{{Text: "x"}}}}})
	if strings.Count(s, "<td")+strings.Count(s, `<th class=" p-line" scope="row"`) != 4 {
		t.Error(s)
	}
}

func TestBoxes_outlineWhatIsMissing(t *testing.T) {
	s := renderTable(t, Table{Columns: make([]Column, 1), Rows: []Row{{Cells: []Cell{{Chart: Boxes{Filled: 9, Missing: 1, Total: 18}}}}}})
	if strings.Count(s, `"this"`) != 9 || strings.Count(s, `"missing"`) != 1 || strings.Count(s, `"idle"`) != 8 {
		t.Error(s)
	}
}

func TestBars_areNoWiderThanTheirScale(t *testing.T) {
	s := renderTable(t, Table{Columns: make([]Column, 1), Rows: []Row{{Cells: []Cell{{Chart: Bars{This: 30, Last: -1, Of: 18}}}}}})
	if !strings.Contains(s, `width="100.00%"`) || strings.Contains(s, `class="last"`) {
		t.Error(s)
	}
}

// bigTable is about as much as a department's year page holds: 190 rows of 6 cells.
func bigTable() Table {
	t := Table{Number: 5, Caption: "Xếp loại", Columns: sampleBranches().Columns[:6]}
	for i := range 190 {
		href := fmt.Sprintf("/units/%d", i)
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: "Chi bộ Trạm thủy lợi", Href: href}, {Text: "TSVM"}, {Text: "12", Href: href}, {Text: "3", Href: href}, {Text: "9", Href: href}, {Text: "0", Href: href}}})
	}
	return t
}

func BenchmarkTable(b *testing.B) {
	t := bigTable()
	ctx := context.Background()
	b.SetBytes(int64(len(renderTable(b, t))))
	b.ReportAllocs()
	for b.Loop() {
		err := t.Render(ctx, io.Discard)
		if err != nil {
			b.Fatal(err)
		}
	}
}
