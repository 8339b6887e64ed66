package docx

import "strings"

// budget is what all flows of a document may still write.
type budget struct {
	text, paragraphs int
	err              error
}

// flow writes paragraphs one after the other: the document, or one text box.
type flow struct {
	*budget
	out     strings.Builder
	between string   // stands before the next paragraph
	joins   bool     // the paragraph's end was deleted: the next one goes on with it
	boxes   []string // text boxes that are anchored in the paragraph
	cells   []int    // of each open row: cells begun
}

func (f *flow) write(s string) {
	if f.text -= len(s); f.text < 0 {
		f.err = ErrTooLong
		return
	}
	f.out.WriteString(s)
}

func (f *flow) startParagraph() {
	if f.paragraphs--; f.paragraphs < 0 {
		f.err = ErrTooLong
		return
	}
	f.write(f.between)
	f.between, f.joins = "", false
}

func (f *flow) endParagraph() {
	for _, box := range f.boxes {
		f.write("\n" + box)
	}
	f.boxes = nil
	f.between = "\n"
	if f.joins {
		f.between = ""
	}
}

func (f *flow) startRow() { f.cells = append(f.cells, 0) }

// startCell puts a tab between the cells of a row.
func (f *flow) startCell() {
	if len(f.cells) == 0 {
		return
	}
	last := &f.cells[len(f.cells)-1]
	if *last++; *last > 1 {
		f.between = "\t"
	}
}

func (f *flow) endRow() {
	if len(f.cells) == 0 {
		return
	}
	f.cells = f.cells[:len(f.cells)-1]
	if f.between != "" || f.out.Len() > 0 {
		f.between = "\n"
	}
}
