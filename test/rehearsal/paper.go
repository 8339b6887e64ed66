package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// levelNames are the levels of units and members in the year's own words.
func levelNames(year int) (units, members [3]string) {
	members = [3]string{"hoàn thành xuất sắc nhiệm vụ", "hoàn thành tốt nhiệm vụ", "hoàn thành nhiệm vụ"}
	if year < 2018 {
		return [3]string{"trong sạch, vững mạnh tiêu biểu", "trong sạch, vững mạnh", "hoàn thành tốt nhiệm vụ"}, members
	}
	return members, members
}

// good is the level from which the unit target counts, in the year's own words.
func (r *run) unitGoal() string {
	if r.year+1 < 2018 {
		return "trong sạch vững mạnh"
	}
	return "hoàn thành tốt nhiệm vụ"
}

// reportText is the year-end report, as an office writes it.
func (r *run) reportText(y yearResult) string {
	units, members := levelNames(y.year)
	o := r.org
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("Sáng nay, tại hội trường cơ quan, %s tổ chức Hội nghị tổng kết công tác xây dựng Đảng năm %d.", o.name, y.year)
	line("Mở đầu, đồng chí %s, Phó Trưởng ban Tuyên giáo Tỉnh ủy quán triệt Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVIII, trong đó có %d chương trình trọng tâm, %d khâu đột phá, %d chỉ tiêu và %d nhóm giải pháp.",
		o.guest, o.parts.programmes, o.parts.breakthroughs, o.parts.targets, o.parts.solutions)
	line("Đồng chí %s, Bí thư Đảng ủy yêu cầu toàn thể đảng viên viết bài thu hoạch, gửi chi bộ trước ngày 15/02/%d.", o.head, y.year+1)
	line("Hội nghị đã nghe đồng chí %s, Phó Bí thư Đảng ủy trình bày báo cáo tổng kết.", o.clerk)
	line("Kết quả đánh giá, xếp loại tổ chức đảng, đảng viên năm %d:", y.year)
	for i, n := range y.units {
		if n > 0 && (!y.brief || i == 0) {
			line("+ %s/%s chi bộ %s;", dotted(n), dotted(r.branches), units[i])
		}
	}
	var list []string
	for i, n := range y.members {
		if n > 0 {
			list = append(list, fmt.Sprintf("%s đồng chí đảng viên %s", dotted(n), members[i]))
		}
	}
	if y.brief {
		return b.String() + "Các nội dung khác giữ nguyên.\n"
	}
	line("Về đảng viên: %s.", strings.Join(list, ", "))
	line("Báo, tạp chí của Đảng được đọc đều, tỷ lệ %s%%.", r.org.heard())
	t := o.targets
	if y.year != r.year {
		return b.String()
	}
	line("Bước sang năm %d, %s phấn đấu đạt các mục tiêu sau:", y.year+1, o.name)
	line("Công đoàn Sở đạt danh hiệu “Công đoàn cơ sở vững mạnh”; có trên %d%% chi bộ %s; %d%% đảng viên trở lên hoàn thành tốt nhiệm vụ, có từ %d-%d%% hoàn thành xuất sắc nhiệm vụ; kết nạp từ %d đảng viên mới trở lên; trên %d%% cá nhân đạt danh hiệu “Lao động tiên tiến”./.",
		t.units, r.unitGoal(), t.good, t.from, t.to, t.admit, t.diligen)
	return b.String()
}

// docx makes a word processor's file of a text: a paragraph a line, a table of lines with tabs.
func docx(text string) ([]byte, error) {
	var body bytes.Buffer
	body.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	inTable := false
	for p := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		if row := strings.Contains(p, "\t"); row != inTable {
			body.WriteString(map[bool]string{true: `<w:tbl>`, false: `</w:tbl>`}[row])
			inTable = row
		}
		if !inTable {
			if err := paragraph(&body, p); err != nil {
				return nil, err
			}
			continue
		}
		body.WriteString(`<w:tr>`)
		for c := range strings.SplitSeq(p, "\t") {
			body.WriteString(`<w:tc>`)
			if err := paragraph(&body, c); err != nil {
				return nil, err
			}
			body.WriteString(`</w:tc>`)
		}
		body.WriteString(`</w:tr>`)
	}
	if inTable {
		body.WriteString(`</w:tbl>`)
	}
	body.WriteString(`</w:body></w:document>`)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range []struct{ name, text string }{
		{"[Content_Types].xml", `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", body.String()},
	} {
		w, err := z.Create(f.name)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(f.text)); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func paragraph(body *bytes.Buffer, text string) error {
	body.WriteString(`<w:p><w:r><w:t xml:space="preserve">`)
	if err := xml.EscapeText(body, []byte(text)); err != nil {
		return err
	}
	body.WriteString(`</w:t></w:r></w:p>`)
	return nil
}

// paper writes the report of a year as a file into the rehearsal's folder and gives it for dropping.
func (r *run) paper(y yearResult) (*file, error) {
	data, err := docx(r.reportText(y))
	if err != nil {
		return nil, err
	}
	name := fmt.Sprintf("bao-cao-%d%s.docx", y.year, y.note)
	return &file{name: name, data: data}, os.WriteFile(filepath.Join(r.out, name), data, 0o644)
}
