package docx

import (
	"encoding/xml"
	"strings"
)

// start handles the beginning of an element that is not left out.
func (b *body) start(t xml.StartElement) {
	local := t.Name.Local
	switch spaces[t.Name.Space] {
	case "w":
		b.startWord(t)
	case "mc":
		b.startAlternative(local)
	case "m":
		b.inText = local == "t"
	case "pic":
		b.count(local == "pic")
	case "c":
		b.count(local == "chart")
	case "dgm":
		b.count(local == "relIds")
	case "v":
		b.count(local == "imagedata")
	}
}

func (b *body) count(isPicture bool) {
	if isPicture {
		b.doc.Pictures++
	}
}

// startAlternative reads one alternative only: the same text box stands in Choice for
// new versions of Word and again in Fallback for old ones.
func (b *body) startAlternative(local string) {
	switch local {
	case "AlternateContent":
		b.choices = append(b.choices, false)
	case "Choice", "Fallback":
		if len(b.choices) == 0 {
			return
		}
		taken := &b.choices[len(b.choices)-1]
		if *taken {
			b.skip()
		}
		*taken = true
	}
}

func (b *body) startWord(t xml.StartElement) {
	local := t.Name.Local
	switch local {
	case "document":
		b.sawDocument = true
	case "p":
		b.flow.startParagraph()
	case "r":
		b.hidden = false
	case "t":
		b.inText = true
	case "pPr":
		b.inParaProps = true
	case "trPr":
		b.inRowProps = true
	case "tr":
		b.rows = append(b.rows, b.depth)
		b.flow.startRow()
	case "tc":
		b.flow.startCell()
	case "del", "moveFrom":
		b.deleted()
	case "vanish":
		b.hidden = b.hidden || on(t) && !b.inParaProps
	case "tab", "ptab", "br", "cr", "noBreakHyphen":
		b.startMark(t)
	case "fldChar":
		b.field(attr(t, "fldCharType"))
	case "footnoteReference", "endnoteReference":
		b.doc.Footnotes++
	case "txbxContent":
		b.outer = append(b.outer, b.flow)
		b.flow = &flow{budget: b.flow.budget}
	case "sdt":
		b.placeholder = false
	case "showingPlcHdr":
		b.placeholder = on(t)
	case "sdtContent":
		if b.placeholder {
			b.placeholder = false
			b.skip()
		}
	case "rt": // the reading printed above a word
		b.skip()
	default:
		if strings.HasSuffix(local, "Change") { // properties as they were before a tracked change
			b.skip()
		}
	}
}

// startMark writes the marks that stand for a character. In the properties of a
// paragraph w:tab is a tab stop; a break of page or column is not text.
func (b *body) startMark(t xml.StartElement) {
	if b.inParaProps {
		return
	}
	switch t.Name.Local {
	case "tab", "ptab":
		b.text("\t")
	case "noBreakHyphen":
		b.text("-")
	case "cr":
		b.text("\n")
	case "br":
		if kind := attr(t, "type"); kind == "" || kind == "textWrapping" {
			b.text("\n")
		}
	}
}

// deleted handles tracked deletion: of a paragraph's end, of a row, or of text.
func (b *body) deleted() {
	switch {
	case b.inParaProps:
		b.flow.joins = true
	case b.inRowProps && len(b.rows) > 0:
		b.inRowProps = false
		b.skipTo = b.rows[len(b.rows)-1] - 1
	default:
		b.skip()
	}
}

// field follows a complex field: its code is left out, its result is text.
func (b *body) field(kind string) {
	last := len(b.fields) - 1
	switch {
	case kind == "begin" && len(b.fields) < b.limits.Depth:
		b.fields = append(b.fields, true)
	case kind == "separate" && last >= 0:
		b.fields[last] = false
	case kind == "end" && last >= 0:
		b.fields = b.fields[:last]
	}
}

// end handles the end of an element that was not left out.
func (b *body) end(name xml.Name) {
	space := spaces[name.Space]
	if name.Local == "t" && (space == "w" || space == "m") {
		b.inText = false
	}
	if space == "mc" && name.Local == "AlternateContent" && len(b.choices) > 0 {
		b.choices = b.choices[:len(b.choices)-1]
	}
	if space != "w" {
		return
	}
	switch name.Local {
	case "p":
		b.flow.endParagraph()
		if last := len(b.fields) - 1; last >= 0 && b.fields[last] && len(b.outer) == 0 {
			b.fields = nil // a field without an end must not swallow the rest of the report
		}
	case "r":
		b.hidden = false
	case "pPr":
		b.inParaProps = false
	case "trPr":
		b.inRowProps = false
	case "tr":
		b.flow.endRow()
		b.rows = b.rows[:max(0, len(b.rows)-1)]
	case "txbxContent":
		b.endBox()
	}
}

// endBox hands the text of a text box to the paragraph around it.
func (b *body) endBox() {
	last := len(b.outer) - 1
	if last < 0 {
		return
	}
	box := b.flow
	b.flow, b.outer = b.outer[last], b.outer[:last]
	if strings.TrimSpace(box.out.String()) != "" {
		b.flow.boxes = append(b.flow.boxes, box.out.String())
	}
}
