package ui

import (
	"bytes"
	"strings"
	"testing"

	"hamrong/internal/fault"
)

// A page that is shown again says what is wrong where it opens, with a way to the field far below.
func TestPage_saysAtItsTopWhatIsWrongFarBelow(t *testing.T) {
	wrong := Form{Fields: []fault.Field{{Name: "reason", Key: "ui.field.required"}}}
	page := hold(Page(Head{Title: "Lượt ghi 1"}), Plain("Đã ghi 70 mục."), hold(PostForm(wrong, Post{Action: "/undo"}), wrong.Reason("reason")))
	var b bytes.Buffer
	if err := page.Render(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	link, content, field := strings.Index(text, `href="#f-reason"`), strings.Index(text, "Đã ghi 70 mục."), strings.Index(text, `id="f-reason"`)
	if link < 0 || content < link || field < content || strings.Count(text, `role="alert"`) != 1 {
		t.Errorf("the link at %d, the content at %d, the field at %d of %s", link, content, field, text)
	}
}

// A long table is cut on a narrow screen by a box that needs no script.
func TestTable_letsItsRowsBeShownWithoutScript(t *testing.T) {
	short := Table{Columns: []Column{{Head: "Tên"}}, PhoneRows: 2, Noun: "chi bộ", Rows: []Row{{Cells: []Cell{{Text: "Một"}}}, {Cells: []Cell{{Text: "Hai"}}}}}
	long := short
	long.Rows = append(long.Rows[:2:2], Row{Cells: []Cell{{Text: "Ba"}}})
	for _, c := range []struct {
		table Table
		boxes int
	}{{short, 0}, {long, 1}} {
		var b bytes.Buffer
		if err := c.table.Render(t.Context(), &b); err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(b.String(), `type="checkbox"`); got != c.boxes || strings.Count(b.String(), `class=" more"`) != c.boxes {
			t.Errorf("%d rows: %d boxes in %s", len(c.table.Rows), got, b.String())
		}
	}
}
