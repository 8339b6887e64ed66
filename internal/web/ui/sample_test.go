package ui

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"testing"

	"github.com/a-h/templ"

	"hamrong/internal/fault"
)

// hold puts parts into a container, as { … } does in a templ file.
func hold(container templ.Component, parts ...templ.Component) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		return container.Render(templ.WithChildren(ctx, templ.Join(parts...)), w)
	})
}

// line is a paragraph.
func line(parts ...templ.Component) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		m := markup{}
		m.open("p").end()
		err := templ.Join(parts...).Render(ctx, &m)
		m.close("p")
		if err != nil {
			return err
		}
		_, err = w.Write(m.b)
		return err
	})
}

// sampler serves pages of every part with invented data.
func sampler(t *testing.T) http.Handler {
	t.Helper()
	cat, err := NewCatalogue()
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("GET /static/", Static())
	show := func(pattern string, status int, page func(r *http.Request) templ.Component) {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
			err := Render(w, r, status, page(r))
			if err != nil {
				Error(w, r, err)
			}
		})
	}
	show("GET /year", 200, func(*http.Request) templ.Component { return sampleYear() })
	show("GET /form", 200, func(*http.Request) templ.Component { return sampleForm(Form{}) })
	show("GET /wrong", 422, func(*http.Request) templ.Component {
		return sampleForm(Form{Values: url.Values{"number": {""}, "date": {"31/02/2016"}, "body": {"x"}, "level": {"c"}},
			Fields: []fault.Field{{Name: "number", Key: "ui.field.required"}, {Name: "date", Key: "ui.field.date", Args: []any{"31/02/2016"}}, {Name: "how", Key: "ui.field.choice"}}})
	})
	show("GET /empty", 200, func(*http.Request) templ.Component { return sampleEmpty() })
	mux.HandleFunc("GET /missing", func(w http.ResponseWriter, r *http.Request) {
		Error(w, r, fault.New(fault.NotFound, "fault.form"))
	})
	mux.HandleFunc("GET /broken", func(w http.ResponseWriter, r *http.Request) {
		Error(w, r, fmt.Errorf("disk is full"))
	})
	shell := Shell{
		Home: "/year", Search: "/find", Owner: "Văn phòng Đảng ủy Sở", Version: "1.0",
		Menu: []MenuItem{{"year", "Trang năm", "/year"}, {"levels", "Xếp loại", "/form"}, {"resolutions", "Nghị quyết", "/wrong"},
			{"tasks", "Nhiệm vụ", "/empty"}, {"members", "Đảng viên", "/missing"}, {"documents", "Văn bản", "/broken"}},
		Account: &Account{Name: "Lê Thị Thanh Nga", Role: "Chuyên viên Văn phòng Đảng ủy", SignOut: "/signout"},
	}
	return Secure(Languages(cat, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := r.Context()
		if r.URL.Query().Get("as") != "visitor" {
			ctx = WithShell(ctx, shell)
		} else {
			ctx = WithShell(ctx, Shell{Home: "/", SignIn: "/signin"})
		}
		mux.ServeHTTP(w, r.WithContext(ctx))
	})))
}

func sampleYear() templ.Component {
	head := Head{
		Title: "Đảng bộ Sở Nông nghiệp và Thủy lợi", Section: "year",
		Crumbs:  []Link{{"Đảng bộ tỉnh Vân Sơn", "/a"}, {"Khối các cơ quan tỉnh", "/b"}, {"Sở Nông nghiệp và Thủy lợi", ""}},
		Below:   []Link{{"18 chi bộ", "#muc-v"}},
		Years:   []YearTab{{2014, "/2014", "đã khóa", true, false}, {2015, "/year", "đã công nhận", false, true}, {2016, "/2016", "đang thực hiện", false, false}},
		Earlier: "/2011",
		Intro:   "Một năm của một đảng bộ trên một trang: kết quả, chỉ tiêu, danh hiệu, việc còn chờ.",
		Sub:     line2("Kết quả năm 2015, công nhận ngày 08/01/2016 tại ", Anchor{Text: "Quyết định số 21-QĐ/ĐUK", Href: "/d"}, ". Chỉ tiêu năm 2016, giao ngày 15/01/2016 tại ", Anchor{Text: "Nghị quyết số 02-NQ/ĐU", Href: "/d"}, "."),
		Actions: Joined(Button{Label: "In", Icon: IconPrint, Print: true}, Button{Label: "Tải XLSX", Icon: IconSheet, Href: "/x", Save: true}, Button{Label: "Trang công khai", Icon: IconGlobe, Href: "/p"}),
	}
	lead := hold(Lead(),
		line(line2("Đảng bộ Sở được ", Anchor{Text: "Đảng bộ Khối các cơ quan tỉnh công nhận", Href: "/d"}, " "), Figure{Text: "Trong sạch, vững mạnh tiêu biểu", Strong: true},
			line2(". Có ", Figure{Text: "9/18", Href: "/f", Strong: true}, " chi bộ đạt trong sạch, vững mạnh; ", Figure{Text: "164/168", Href: "/f", Strong: true}, " đảng viên hoàn thành tốt nhiệm vụ trở lên.")),
		line(line2("So mức 2015 với ", Anchor{Text: "6 chỉ tiêu", Href: "#b3"}, " năm 2016: ", Anchor{Text: "1 đang ở trên", Href: "#b3"}, ", ", Anchor{Text: "2 chưa tới", Href: "#b3"}, ". Kết quả 2016: chưa có.")),
		Standing{Tone: ToneMet, Body: line2("Cộng từ ", Figure{Text: "18/18 chi bộ", Href: "/f"}, ". Không có số tạm tính. Cập nhật 14:05 ngày 25/01/2016.")})
	return hold(Page(head), hold(Columns(lead, sampleRail()),
		hold(Section(Part{Number: "I", Title: "Kết quả xếp loại năm 2015"}), sampleLevels(), sampleMembers())),
		hold(Section(Part{Number: "II", Title: "Chỉ tiêu năm 2016, so với mức năm 2015"}), sampleTargets()),
		hold(Halves(), hold(Section(Part{Number: "III", Title: "Danh hiệu"}), sampleTitles()),
			hold(Section(Part{Number: "IV", Title: "Nghị quyết đang thực hiện"}),
				Facts{{Label: "Phương châm", Value: "Kỷ cương - Sáng tạo - Về đích"}, {Label: "Số, ngày", Value: "02-NQ/ĐU", Href: "/d", Note: "15/01/2016"}},
				Entries{{Title: "Nghị quyết Đại hội Đảng bộ tỉnh", Href: "/n", Note: "5 chương trình, 4 khâu đột phá", Side: Verdict{Text: "đang thực hiện", Tone: ToneMet}}},
				hold(Fold("Lịch sử sửa", false), Plain("25/01/2016: sửa mục 3."))),
		),
		hold(Section(Part{Number: "V", Title: "18 chi bộ", ID: "muc-v"}), sampleBranches()))
}

// line2 mixes texts and components without a paragraph.
func line2(parts ...any) templ.Component {
	var list []templ.Component
	for _, p := range parts {
		switch v := p.(type) {
		case string:
			list = append(list, spaced(v))
		case templ.Component:
			list = append(list, v)
		}
	}
	return templ.Join(list...)
}

func spaced(s string) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		_, err := io.WriteString(w, templ.EscapeString(s))
		return err
	})
}

func sampleRail() templ.Component {
	return Joined(
		hold(RailBlock(RailHead{Icon: IconPeople, Title: "Chờ tôi", Count: 3}),
			RailItem{Title: "Nhập 2 số liệu thi đua năm 2015", Href: "/t", Note: "Mục II, dòng 5 và 6. Hạn 28/01, còn 3 ngày."},
			RailItem{Title: "Duyệt tin bài hội nghị ngày 15/01", Href: "/t", Note: "Trung tâm Công nghệ thông tin gửi sáng nay."},
			RailItem{Title: "Trình ký báo cáo tổng kết năm 2015", Href: "/t", Note: "Bí thư Đảng ủy đã góp ý 2 chỗ."}),
		hold(RailBlock(RailHead{Icon: IconClock, Title: "Trễ hạn", Count: 2, Tone: ToneShort}),
			RailItem{Title: "7 đảng viên chưa nộp bài thu hoạch", Href: "/t", Body: line2("Đã nộp ", Figure{Text: "161/168", Href: "/f", Strong: true}, ". Hạn 22/01, trễ 3 ngày. Thuộc 3 chi bộ: 7, 11, 18."),
				Action: PostButton{Button: Button{Label: "Nhắc 3 chi bộ", Icon: IconMail, Kind: Small}, To: "/remind", Hidden: map[string]string{"what": "reports"}}}),
		hold(RailBlock(RailHead{Icon: IconSheet, Title: "Độ đầy đủ"}),
			RailFact{Label: "Xếp loại 2015", Value: "18/18", Href: "/f", Rest: "chi bộ"},
			RailFact{Label: "Danh hiệu 2015", Value: "1/5", Href: "/f", Rest: "tập thể"},
			RailFact{Label: "Cộng lại lúc 06:00", Value: "khớp", Tone: ToneMet, Rest: ", 0 sai lệch"}))
}

func sampleColumns() []Column {
	return []Column{
		{Head: "Mức", Width: Width36}, {Head: "2015", Kind: Numbers, Strong: true, Width: Width8}, {Head: "Tỷ lệ", Kind: Numbers, Width: Width12},
		{Kind: Drawing, Legend: []Legend{{SignThis, "2015"}, {SignLast, "2014"}}, Width: Width28},
		{Head: "2014", Kind: Numbers, Last: true, Place: PlaceEnd, Before: "2014: "},
		{Head: "So 2014", Kind: Numbers, Last: true, Place: PlaceEnd, Before: " (", After: ")"}}
}

func level(name string, n, before, of int64) Row {
	l := Vietnamese
	r := Row{Cells: []Cell{{Text: name}, {Text: l.Number(n), Href: "/f"}, {Text: l.Share(n, of), Href: "/f"},
		{Chart: Bars{This: n, Last: before, Of: of, Label: fmt.Sprintf("2015: %d, 2014: %d trên %d", n, before, of)}},
		{Text: l.Number(before), Href: "/f"}, {Text: l.Signed(n - before), Href: "/f"}}}
	if n == 0 && before == 0 {
		r.Kind = RowZero
	}
	return r
}

func sampleLevels() Table {
	sum := level("Cộng", 18, 18, 18)
	sum.Kind, sum.Cells[3] = RowSum, Cell{Proof: "2 + 7 + 9 = 18"}
	cum := level("Trong sạch, vững mạnh trở lên", 9, 7, 18)
	cum.Kind, cum.Cells[3] = RowCumulative, Cell{}
	first := level("Trong sạch, vững mạnh tiêu biểu", 2, 1, 18)
	first.Cells[1].Mark = MarkReported
	return Table{Number: 1, Caption: "Xếp loại 18 chi bộ", Columns: sampleColumns(), Layout: DropsChart, Rows: []Row{
		first, level("Trong sạch, vững mạnh", 7, 6, 18), level("Hoàn thành tốt nhiệm vụ", 9, 11, 18),
		level("Hoàn thành nhiệm vụ", 0, 0, 18), level("Yếu kém", 0, 0, 18), sum, cum}, Note: "bc: số báo cáo, đọc từ văn bản."}
}

func sampleMembers() Table {
	sum := level("Cộng", 168, 165, 168)
	sum.Kind, sum.Cells[3] = RowSum, Cell{Proof: "36 + 128 + 4 = 168"}
	cum := level("Hoàn thành tốt nhiệm vụ trở lên", 164, 160, 168)
	cum.Kind, cum.Cells[3] = RowCumulative, Cell{}
	return Table{Number: 2, Caption: "Xếp loại 168 đảng viên", Columns: sampleColumns(), Layout: DropsChart, Rows: []Row{
		level("Hoàn thành xuất sắc nhiệm vụ", 36, 31, 168), level("Hoàn thành tốt nhiệm vụ", 128, 129, 168), level("Hoàn thành nhiệm vụ", 4, 5, 168),
		level("Không hoàn thành nhiệm vụ", 0, 0, 168), sum, cum}}
}

func sampleTargets() Table {
	return Table{ID: "b3", Number: 3, Caption: "6 chỉ tiêu bằng số", Layout: Blocks, Numbered: true,
		Legend: []Legend{{SignThis, "năm 2015"}, {SignZone, "vùng đạt"}, {SignMissing, "phần còn thiếu"}},
		Columns: []Column{{Head: "Chỉ tiêu", Place: PlaceTitle, Width: Width28}, {Head: "Đích 2016", Strong: true, Place: PlaceLeft, Label: "Mức 2016", Width: Width12},
			{Head: "Mức 2015", Kind: Numbers, Strong: true, Place: PlaceRight}, {Head: "Biểu đồ", Kind: Drawing, Place: PlaceChart},
			{Head: "So với mức 2015", Place: PlaceState}, {Head: "Khoảng cách", Place: PlaceEnd}},
		Rows: []Row{
			{Kind: RowGroup, Cells: []Cell{{Text: "Tổ chức đảng, đảng viên"}}},
			{Cells: []Cell{{Text: "Chi bộ đạt trong sạch, vững mạnh", Href: "/t"}, {Text: "trên 50 %"}, {Text: "9/18", Href: "/f", Also: "50,0 %", AlsoHref: "/f"},
				{Chart: Boxes{Filled: 9, Missing: 1, Total: 18, Label: "9 trên 18, thiếu 1"}}, {Icon: IconShort, Text: "Chưa tới", Tone: ToneShort}, {Text: "thiếu 1 chi bộ", Href: "#o", Tone: ToneShort, Sub: "cần ít nhất 10/18"}},
				Opened: &Opened{Text: "“Trên 50 %” của 18 chi bộ là nhiều hơn 9, tức từ 10 chi bộ. Năm 2015 có 9.", Links: []Link{{"Báo cáo tổng kết 2015, câu 12", "/s"}, {"9 chi bộ được tính", "/s"}, {"Nghị quyết số 02-NQ/ĐU, mục 3", "/s"}}}},
			{Cells: []Cell{{Text: "Đảng viên hoàn thành tốt nhiệm vụ trở lên", Href: "/t"}, {Text: "từ 90 % trở lên"}, {Text: "164/168", Href: "/f", Also: "97,6 %", AlsoHref: "/f"},
				{Chart: Zone{Value: .976, From: .9, To: 1, Label: "97,6 %, đích từ 90 %"}}, {Icon: IconMet, Text: "Đang ở trên", Tone: ToneMet}, {Text: "dư 12 đảng viên", Href: "#o", Tone: ToneMet, Sub: "cần ít nhất 152/168"}}},
			{Cells: []Cell{{Text: "Đảng viên hoàn thành xuất sắc nhiệm vụ", Href: "/t"}, {Text: "từ 15 đến 20 %"}, {Text: "36/168", Href: "/f", Also: "21,4 %", AlsoHref: "/f"},
				{Chart: Zone{Value: .214, From: .15, To: .2, Label: "21,4 %, đích 15 đến 20 %"}}, {Icon: IconOver, Text: "Vượt khung", Tone: ToneShort}, {Text: "vượt 3 đảng viên", Href: "#o", Tone: ToneShort, Sub: "khung 26 đến 33/168"}}},
			{Cells: []Cell{{Text: "Xét, đề nghị kết nạp đảng viên mới", Href: "/t"}, {Text: "từ 5 trở lên"}, {Text: "3", Href: "/f", Also: "người"},
				{Chart: Boxes{Filled: 3, Missing: 2, Total: 5, Label: "3 trên 5"}}, {Icon: IconShort, Text: "Chưa tới", Tone: ToneShort}, {Text: "thiếu 2 người", Href: "#o", Tone: ToneShort, Sub: "cần ít nhất 5"}}},
			{Kind: RowGroup, Cells: []Cell{{Text: "Thi đua"}}},
			{Cells: []Cell{{Text: "Cá nhân đạt “Lao động tiên tiến”", Href: "/t"}, {Text: "trên 80 %"}, {Text: "chưa có", Tone: ToneMuted, Plain: true},
				{Chart: Zone{Value: -1, From: .8, To: 1, Label: "chưa có, đích trên 80 %"}}, {Icon: IconUnknown, Text: "Chưa có số liệu", Tone: ToneUnknown}, {Text: "chờ Phòng Tổ chức", Tone: ToneUnknown, Sub: "hạn nhập 28/01/2016"}}},
		}}
}

func sampleTitles() Table {
	return Table{Number: 4, Caption: "Danh hiệu đã đạt và phấn đấu", Columns: []Column{{Head: "Tập thể"}, {Head: "Năm 2015"}, {Head: "Phấn đấu 2016"}},
		Rows: []Row{
			{Cells: []Cell{{Text: "Đảng bộ Sở", Href: "/u"}, {Icon: IconMet, Text: "Trong sạch, vững mạnh tiêu biểu", Tone: ToneMet, Sub: "Đảng bộ Khối các cơ quan tỉnh công nhận", SubHref: "/d"}, {Text: "Trong sạch, vững mạnh", Href: "/t"}}},
			{Cells: []Cell{{Text: "Công đoàn Sở", Href: "/u"}, {Icon: IconUnknown, Text: "chưa có số liệu", Tone: ToneUnknown}, {Text: "Tập thể Công đoàn vững mạnh", Href: "/t"}}}}}
}

func sampleBranches() Table {
	t := Table{Number: 5, Caption: "Xếp loại chi bộ và đảng viên năm 2015 theo chi bộ. TSVM: trong sạch, vững mạnh.", Numbered: true, PhoneRows: 6, Noun: "chi bộ",
		Columns: []Column{{Head: "Chi bộ", Width: Width28}, {Head: "Xếp loại chi bộ", Place: PhoneHidden}, {Head: "Đảng viên", Kind: Numbers, Strong: true},
			{Head: "Xuất sắc", Group: "Xếp loại đảng viên", Kind: Numbers}, {Head: "Tốt", Group: "Xếp loại đảng viên", Kind: Numbers}, {Head: "Hoàn thành", Group: "Xếp loại đảng viên", Kind: Numbers},
			{Head: "Bài thu hoạch", Kind: Numbers, Place: PhoneHidden, Screen: true}, {Head: "Chỉ tiêu 2016", Place: PhoneHidden, Screen: true}}}
	for i := range 18 {
		r := Row{Cells: []Cell{{Text: fmt.Sprintf("Chi bộ Trạm thủy lợi số %d", i+1), Href: "/u", PhoneSub: "TSVM"}, {Text: "TSVM", Strong: i == 0}, {Text: "9", Href: "/f"}, {Text: "2", Href: "/f"}, {Text: "7", Href: "/f"}, {Text: "0", Href: "/f"},
			{Text: "9/9", Href: "/f"}, {Text: "đã nhận", Tone: ToneMuted}}}
		if i%7 == 3 {
			r.Cells[6], r.Cells[7] = Cell{Text: "7/9", Href: "/f", Tone: ToneShort}, Cell{Icon: IconClock, Text: "trễ 5 ngày", Tone: ToneShort, Plain: true}
		}
		t.Rows = append(t.Rows, r)
	}
	t.Rows = append(t.Rows, Row{Kind: RowSum, Cells: []Cell{{Text: "Cộng 18 chi bộ"}, {Text: "18 TSVM"}, {Text: "162"}, {Text: "36"}, {Text: "126"}, {Text: "0"}, {Text: "156/162"}, {Text: "15/18"}}})
	return t
}

func sampleForm(f Form) templ.Component {
	levels := []Option{{Value: "a", Label: "Tiêu biểu", Group: "2015"}, {Value: "b", Label: "Vững mạnh", Group: "2015"}, {Value: "c", Label: "Hoàn thành"}}
	return hold(Page(Head{Title: "Ghi nghị quyết", Section: "resolutions", Intro: "Nghị quyết được ghi ở đây khi không có tệp để đọc.",
		Crumbs: []Link{{"Sở Nông nghiệp và Thủy lợi", "/year"}, {"Ghi nghị quyết", ""}}, Status: Verdict{Icon: IconSaved, Text: "Đã lưu nháp lúc 15:31", Tone: ToneMet}}),
		Notice{Kind: NoticeOK, Title: "Đã ghi 44 dữ kiện.", Text: "3 chưa xét ở lại bản nháp."},
		Notice{Kind: NoticeWarn, Title: "Năm 2014 đã khóa.", Text: "Sửa bằng bản đính chính."},
		Notice{Kind: NoticeInfo, Text: "Có bản mới hơn."},
		hold(PostForm(f, Post{Action: "/form", Files: true}),
			f.Text(Field{Name: "number", Label: "Số", Hint: "như 02-NQ/ĐU", Size: SizeHalf}),
			hold(FieldRow(), f.Date(Field{Name: "date", Label: "Ngày ban hành"}), f.Year(Field{Name: "year", Label: "Năm", Optional: true}), f.Number(Field{Name: "n", Label: "Số chi bộ", Value: "1.234"}), f.Percent(Field{Name: "p", Label: "Tỷ lệ"})),
			f.Select(Field{Name: "level", Label: "Mức", Size: SizeHalf}, levels),
			f.Radios(Field{Name: "how", Label: "So sánh"}, []Option{{Value: "over", Label: "trên", Note: "không kể chính mức đó"}, {Value: "least", Label: "từ … trở lên"}}),
			f.Checks(Field{Name: "who", Label: "Gửi", Optional: true}, levels[:2]),
			hold(FieldSet("Bản ký", "Quét từ giấy."), f.File(Field{Name: "scan", Label: "Tệp", Hint: "DOCX, HTML hoặc TXT, tới 64 MB", Optional: true}, ".docx,.html,.txt", false)),
			f.Long(Field{Name: "body", Label: "Trích yếu", Max: 1000}, 0), f.Reason("reason"), f.Check(Field{Name: "ok", Label: "Đã đối chiếu bản ký"}), f.Password(Field{Name: "pw", Label: "Mật khẩu", Fill: "current-password", Size: SizeHalf}),
			f.Hidden("v", "7"),
			Consequences{"Ghi 44 dữ kiện vào sổ năm 2015.", "Bản gốc và 3 dữ kiện chưa xét.", "Hoàn tác được cả lượt."},
			hold(Actions(), Button{Label: "Ghi vào sổ năm 2015", Kind: Primary}, Button{Label: "Lưu nháp", Plain: true, Name: "draft", Value: "1"}, Button{Label: "Bỏ", Kind: Quiet, Href: "/year"}, Button{Label: "Khóa năm", Off: "Còn 3 chi bộ chưa nộp."})),
		hold(BottomBar(), line(spaced("45/48 đã xét: 43 nhận, 1 sửa, 1 bỏ.")), Button{Label: "Nhận", Icon: IconCheck, Key: "Enter"}),
	)
}

func sampleEmpty() templ.Component {
	return hold(Page(Head{Title: "Nghị quyết", Section: "tasks", Intro: "Các nghị quyết đã ghi."}),
		hold(Lead(), line(Term{Key: "chibo"})),
		Empty{Title: "Chưa có nghị quyết nào.", Text: "Nhập từ báo cáo, hoặc ghi bằng tay.", Action: Button{Label: "Nhập từ báo cáo", Icon: IconUpload, Href: "/r"}},
		hold(Section(Part{Title: "Bảng trống"}), Table{Caption: "Trống", Columns: []Column{{Head: "Tên"}, {Head: "Số", Kind: Numbers, Unit: "người"}}}))
}
