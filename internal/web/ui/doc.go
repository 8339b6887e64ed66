// Package ui is what every page is made of: the frame, the one table, the charts, the fields of
// forms, the words in two languages, numbers and dates as people write them, error pages, the
// stylesheet and the fonts. It knows nothing of the domain beyond dates and faults.
//
// # Parts
//
// Leaf parts are structs that are components themselves; begin a line of a templ file with @ and
// the literal. Parts that hold others are functions:
//
//	@ui.Page(ui.Head{…}) { … }               the frame
//	@ui.Columns(lead, rail) { … }            sentence, rail, sections
//	@ui.Lead() { <p>…</p> }                  the sentence that can be read aloud
//	@ui.Section(ui.Part{Number: "I", …}) { } a numbered part; ui.Halves() sets two side by side
//	@ui.RailBlock(ui.RailHead{…}) { }        of ui.RailItem and ui.RailFact
//	@ui.Fold("Lịch sử", false) { … }         closed until asked for
//	@ui.Actions() { … }, @ui.BottomBar() { } places of buttons
//	@ui.PostForm(form, ui.Post{…}) { … }     fields: @form.Text(ui.Field{…}), form.Date, form.Select …
//	ui.Table{…} ui.Button{…} ui.PostButton{…} ui.Notice{…} ui.Empty{…} ui.Consequences{…} ui.Facts{…}
//	ui.Entries{…} ui.Verdict{…} ui.Standing{…} ui.Figure{…} ui.Anchor{…} ui.Term{…}
//
// templ has no components inside a line of text. Sentences with links and figures are Rich: the
// locale file holds "Có {0} chi bộ đạt **trong sạch, vững mạnh**." and the page
//
//	@ui.Rich("year.lead", ui.Figure{Text: "9/18", Href: href, Strong: true})
//
// # A page
//
//	templ yearPage(y yearView) {
//		@ui.Page(ui.Head{
//			Title:   y.Unit.Name,
//			Section: "year",
//			Crumbs:  y.Crumbs, // the top first, this page last
//			Below:   []ui.Link{{Label: ui.T(ctx, "year.branches", 18), Href: y.BranchesHref}},
//			Years:   y.Tabs,
//			Intro:   ui.T(ctx, "year.intro"),
//			Actions: ui.Joined(ui.Button{Label: ui.T(ctx, "year.print"), Icon: ui.IconPrint, Print: true}),
//		}) {
//			@ui.Columns(yearLead(y), yearRail(y)) {
//				@ui.Section(ui.Part{Number: "I", Title: ui.T(ctx, "year.results", y.Year)}) {
//					@levelTable(ctx, y)
//				}
//			}
//		}
//	}
//
//	func levelTable(ctx context.Context, y yearView) ui.Table {
//		t := ui.Table{Number: 1, Caption: ui.T(ctx, "year.table.units", y.Total), Layout: ui.DropsChart,
//			Columns: []ui.Column{
//				{Head: ui.T(ctx, "year.level")},
//				{Head: "2015", Kind: ui.Numbers, Strong: true},
//				{Head: ui.T(ctx, "year.share"), Kind: ui.Numbers},
//				{Kind: ui.Drawing, Legend: []ui.Legend{{ui.SignThis, "2015"}, {ui.SignLast, "2014"}}},
//				{Head: "2014", Kind: ui.Numbers, Last: true, Place: ui.PlaceEnd, Before: "2014: "},
//				{Head: ui.T(ctx, "year.change"), Kind: ui.Numbers, Last: true, Place: ui.PlaceEnd, Before: " (", After: ")"},
//			}}
//		for _, l := range y.Levels {
//			t.Rows = append(t.Rows, ui.Row{Cells: []ui.Cell{
//				{Text: l.Name},
//				{Text: ui.Number(ctx, l.N), Href: l.Href},
//				{Text: ui.Share(ctx, l.N, y.Total), Href: l.Href},
//				{Chart: ui.Bars{This: l.N, Last: l.Before, Of: y.Total, Label: l.Label}},
//				{Text: ui.Number(ctx, l.Before)},
//				{Text: ui.Signed(ctx, l.N-l.Before)},
//			}})
//		}
//		return t
//	}
//
// A handler reads, decides, renders; what fails goes to Error:
//
//	func (s *server) show(w http.ResponseWriter, r *http.Request) {
//		y, err := s.year(r)
//		if err != nil {
//			ui.Error(w, r, err)
//			return
//		}
//		err = ui.Render(w, r, http.StatusOK, yearPage(y))
//		if err != nil {
//			ui.Error(w, r, err)
//		}
//	}
//
// # A form
//
//	in := ui.Read(r.PostForm)
//	number, date := in.Text("number", 40), in.Date("date")
//	err := in.Err()
//	if err == nil {
//		err = service.Adopt(…)
//	}
//	if form, ok := ui.Wrong(r.PostForm, err); ok { // fields were wrong: the page again, values kept
//		err = ui.Render(w, r, http.StatusUnprocessableEntity, adoptPage(form))
//	}
//
// # Words
//
// Each web package embeds locale/vi.json and locale/en.json and exports them (var Locale embed.FS);
// the web server gives all of them to NewCatalogue. Keys begin with the package's noun. {0} … {9}
// are arguments, ** is bold in Rich, {"one": …, "other": …} is an English plural. A test calls
// CheckLocale.
//
// # Around the pages
//
// The server wraps every handler in Secure and Languages, puts a Shell into each context, and
// serves Static under /static/. Styles stand in static/css in the order of their names, in cascade
// layers; there is no inline style and no inline script anywhere.
package ui
