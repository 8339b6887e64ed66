package intakeweb

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"hamrong/internal/access"
	"hamrong/internal/fault"
	"hamrong/internal/intake"
	"hamrong/internal/report"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// checkLine is one thing that the reader worked out.
type checkLine struct {
	Marks []string
	Text  string
	Href  string // what it speaks of in the register, "" for nothing
	Wrong bool   // it does not agree; else it wants to be looked at, or agrees
}

// sheetView is the entering page.
type sheetView struct {
	recordweb.Place
	Sheet     *intake.Sheet
	Passages  []passage
	Groups    []group
	See, Fine []checkLine
	Unread    []unread
	Names     []nameLine
	Total     int
	Open      int
	Ready     int // accepted or corrected, not yet entered
	In        int // entered
	Closed    int // of those not entered, what a closed year refuses
	Year      string
	Notices   []ui.Notice
	Form      ui.Form
}

// sheet shows the report with its facts: GET /intakes/{id}.
func (h handler) sheet(w http.ResponseWriter, r *http.Request) error {
	s := shown{status: http.StatusOK}
	if recordweb.Kept(r) {
		s.notices = []ui.Notice{{Kind: ui.NoticeOK, Text: ui.T(r.Context(), "intake.kept")}}
	}
	asRead := r.URL.Query().Get(unchanged)
	if out, ok := h.outcomes.Get(access.From(r.Context()).Account, r.URL.Query().Get(said)); ok {
		s = outcome(r.Context(), out)
	}
	if n, err := strconv.Atoi(asRead); err == nil && n > 0 {
		s.notices = append(s.notices, ui.Notice{Kind: ui.NoticeInfo, Text: ui.T(r.Context(), "intake.as_read", n)})
	}
	return h.show(w, r, s)
}

// unchanged is the word of the address that says how many facts were to be corrected, but no field was changed.
const unchanged = "unchanged"

// noting adds to an address, which has a query, how many facts were taken as read.
func noting(asRead int, href string) string {
	if asRead == 0 {
		return href
	}
	return href + "&" + unchanged + "=" + strconv.Itoa(asRead)
}

// said is the word of the address by which the page finds what an entering did.
const said = "said"

// shown is what a page shows beside the sheet itself.
type shown struct {
	status  int
	notices []ui.Notice
	form    ui.Form
	refused map[string]string // mark → sentence
	entry   int64             // what was just written, 0 for nothing
	values  url.Values        // what was sent, shown again
}

func (h handler) show(w http.ResponseWriter, r *http.Request, x shown) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	s, err := h.intake.Sheet(r.Context(), id)
	if err != nil {
		return err
	}
	if x.entry != 0 && !slices.ContainsFunc(s.Items, func(it intake.Item) bool { return it.Entry == x.entry }) {
		x = shown{status: x.status} // it was taken back since
	}
	place, err := h.UnitPlace(r, s.Document.Unit)
	if err != nil {
		return err
	}
	v := sheetView{Place: place, Sheet: &s, Notices: x.notices, Form: x.form}
	if v.Names, err = h.names(r, &s, x.values); err != nil {
		return err
	}
	prospects, err := h.intake.Prospects(r.Context(), &s, chosen(v.Names))
	if err != nil {
		return err
	}
	if r.URL.Query().Get("again") != "" {
		v.Notices = append(v.Notices, ui.Notice{Kind: ui.NoticeInfo, Title: ui.T(r.Context(), "intake.again"), Text: ui.T(r.Context(), "intake.again_text")})
	}
	v.fill(r.Context())
	v.foretell(r.Context(), prospects)
	if wrong := v.wrong(); x.entry != 0 && wrong > 0 {
		v.Notices[0].Body = ui.Joined(v.Notices[0].Body, ui.Plain(" "), ui.Anchor{Text: ui.T(r.Context(), "intake.entered_wrong", wrong), Href: "#can-xem", Note: true})
	}
	for g := range v.Groups {
		for i := range v.Groups[g].Rows {
			row := &v.Groups[g].Rows[i]
			if said := x.refused[row.Mark]; said != "" {
				row.Refuse = said
			}
			row.resend(x.values)
		}
	}
	return ui.Render(w, r, x.status, sheetPage(v))
}

func (v *sheetView) fill(ctx context.Context) {
	s := v.Sheet
	v.Unread = unreadIn(s.Document.Text, s.Document.Facts.Unread)
	v.Passages = passages(s.Document.Text, append(intake.Stretches(s.Items), stretches(v.Unread)...))
	v.Groups = groupsOf(ctx, s)
	for _, it := range s.Items {
		if it.Repeat != "" {
			continue
		}
		v.Total++
		switch {
		case it.Entered != 0:
			v.In++
		case it.Choice == "":
			v.Open++
		case it.Choice != intake.Leave:
			v.Ready++
		}
	}
	for _, c := range s.Checks() {
		line := checkLine{Marks: intake.CheckMarks(c), Text: checkText(ctx, c.Text), Wrong: c.Holds != nil && !*c.Holds}
		if list := s.Corrected(line.Marks); len(line.Marks) > 0 && len(list) > 0 {
			line.Text += " " + ui.T(ctx, "intake.check_corrected", strings.Join(list, ", "))
		}
		if c.Holds != nil && *c.Holds {
			v.Fine = append(v.Fine, line)
		} else {
			v.See = append(v.See, line)
		}
	}
	v.Year = yearOf(s.Document.Facts)
}

// deciding reports whether the reader may still enter a fact of the sheet, one left out before too.
func (v sheetView) deciding() bool { return v.Write && v.In < v.Total }

// yearOf is the year that most figures of the report belong to, "" for none.
func yearOf(f *report.Facts) string {
	best, n := "", map[string]int{}
	for _, c := range f.Classification {
		y := string(c.Year)
		if n[y]++; y != "" && n[y] > n[best] || best == "" {
			best = y
		}
	}
	return best
}

// decisions reads the choices of a sent page.
func decisions(s *intake.Sheet, f url.Values) []intake.Decision {
	var list []intake.Decision
	for _, it := range s.Items {
		d, sent := sentFor(it.Mark, f)
		if !sent || it.Entered != 0 || it.Repeat != "" || d.Choice == it.Choice && d.Fix == it.Edit {
			continue
		}
		list = append(list, d)
	}
	return list
}

// sentFor reads what was sent about one fact. A field that differs from what was read is a
// correction, whether "Sửa" was chosen or not; only a fact that is left out has none.
func sentFor(mark string, f url.Values) (d intake.Decision, sent bool) {
	d = intake.Decision{Mark: mark, Choice: intake.Choice(f.Get("c-" + mark))}
	if d.Choice == intake.Leave {
		return d, true
	}
	if d.Fix = fixFrom(f, mark); !d.Fix.Empty() {
		d.Choice = intake.Edit
	} else if d.Choice == intake.Edit {
		d.Choice = intake.Accept
	}
	return d, d.Choice != ""
}

// oneLine evens out what browsers do to a value: a field of one line drops the line ends that
// a hidden one keeps.
var oneLine = strings.NewReplacer("\r", "", "\n", "")

func fixFrom(f url.Values, mark string) intake.Fix {
	value := func(name string) string { return strings.TrimSpace(oneLine.Replace(f.Get(name))) }
	get := func(name string) string {
		now, was := value("x-"+mark+"-"+name), value("w-"+mark+"-"+name)
		switch {
		case now == was, !f.Has("x-" + mark + "-" + name):
			return ""
		case now == "":
			return intake.Nothing
		}
		return now
	}
	return intake.Fix{Year: get("year"), Level: get("level"), Count: get("count"), OfTotal: get("total"), Percent: get("percent"),
		Values: get("values"), Comparator: get("comparator"), OrHigher: get("higher"), Words: get("words"), More: get("more")}
}

// withoutChange counts the facts of a sent page for which "Sửa" was chosen and no field changed:
// they are taken as they were read.
func withoutChange(s *intake.Sheet, f url.Values) int {
	n := 0
	for _, it := range s.Items {
		if d, _ := sentFor(it.Mark, f); it.Entered == 0 && d.Choice == intake.Accept && intake.Choice(f.Get("c-"+it.Mark)) == intake.Edit {
			n++
		}
	}
	return n
}

// save keeps the choices: POST /intakes/{id}.
func (h handler) save(w http.ResponseWriter, r *http.Request) error {
	id, asRead, err := h.keepChoices(r)
	if err != nil {
		return h.again(w, r, err)
	}
	if r.Header.Get("Accept") == "text/plain" { // the page's own script
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		if asRead == 0 {
			w.WriteHeader(http.StatusNoContent)
			return nil
		}
		_, err := io.WriteString(w, ui.T(r.Context(), "intake.as_read", asRead))
		return err
	}
	return recordweb.Onward(w, r, noting(asRead, recordweb.KeptHref(intakeHref(id))))
}

// keepChoices keeps what was chosen and says how many facts were taken as read because nothing of
// them was changed.
func (h handler) keepChoices(r *http.Request) (id int64, asRead int, err error) {
	if id, err = route.ID(r, "id"); err != nil {
		return 0, 0, err
	}
	if err := r.ParseForm(); err != nil {
		return 0, 0, fault.Wrap(err, fault.Invalid, "intake.upload_broken")
	}
	s, err := h.intake.Sheet(r.Context(), id)
	if err != nil {
		return 0, 0, err
	}
	if err := h.intake.Decide(r.Context(), id, decisions(&s, r.PostForm)); err != nil {
		return id, 0, err
	}
	placing, err := h.placing(r, &s)
	if err != nil {
		return id, 0, err
	}
	return id, withoutChange(&s, r.PostForm), h.intake.Place(r.Context(), id, placing)
}

// again shows the page with what was wrong.
func (h handler) again(w http.ResponseWriter, r *http.Request, err error) error {
	var f *fault.Error
	if !errors.As(err, &f) || (f.Kind != fault.Invalid && f.Kind != fault.Conflict) {
		return err
	}
	x := shown{status: http.StatusUnprocessableEntity, values: r.PostForm}
	var lines []string
	for _, field := range f.Fields {
		sentence := ui.T(r.Context(), field.Key, field.Args...)
		if mark, _, ok := strings.Cut(field.Name, "-"); ok {
			sentence = mark + ": " + sentence
		}
		lines = append(lines, sentence)
	}
	if len(lines) == 0 {
		lines = []string{ui.T(r.Context(), f.Key, f.Args...)}
	}
	x.notices = []ui.Notice{{Kind: ui.NoticeError, Title: strings.Join(lines, " "), Text: ui.T(r.Context(), "intake.nothing_changed")}}
	return h.show(w, r, x)
}

// reopened leads to the page itself whoever opens again the address where entering was refused.
func (h handler) reopened(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	http.Redirect(w, r, intakeHref(id), http.StatusSeeOther)
	return nil
}

// enter writes what was accepted into the register: POST /intakes/{id}/enter. What it did is said
// on the page that it leads to, so that loading that page again sends nothing.
func (h handler) enter(w http.ResponseWriter, r *http.Request) error {
	id, asRead, err := h.keepChoices(r)
	if err != nil {
		return h.again(w, r, err)
	}
	s, err := h.intake.Sheet(r.Context(), id)
	if err != nil {
		return err
	}
	wish := intake.Wish{Rest: r.PostForm.Get("rest") != "", Placing: intake.Placing{}}
	if one := r.PostForm.Get("one"); one != "" {
		wish.Marks = []string{one}
		wish.Rest = true
	}
	for _, n := range s.Names() {
		if v := r.PostForm.Get("u-" + n.Key); v != "" {
			unit, err := strconv.ParseInt(v, 10, 64)
			if err != nil {
				return fault.Wrap(err, fault.Invalid, "intake.upload_broken")
			}
			wish.Placing[n.Key] = unit
		}
	}
	out, err := h.intake.Enter(r.Context(), id, wish)
	if err != nil {
		return h.again(w, r, err)
	}
	return recordweb.Onward(w, r, noting(asRead, intakeHref(id)+"?"+said+"="+h.outcomes.Put(access.From(r.Context()).Account, out)))
}

// outcome says what an entering did.
func outcome(ctx context.Context, out intake.Outcome) shown {
	x := shown{status: http.StatusOK, refused: map[string]string{}}
	n := ui.Notice{Kind: ui.NoticeOK, Title: ui.T(ctx, "intake.entered", len(out.Made))}
	if out.Entry == 0 {
		n = ui.Notice{Kind: ui.NoticeInfo, Title: ui.T(ctx, "intake.entered_nothing")}
	} else {
		x.entry = out.Entry
		if len(out.Made) == 0 {
			n.Title = ui.T(ctx, "intake.entered_added")
		}
		n.Text = ui.T(ctx, "intake.entered_text")
		n.Body = ui.Joined(ui.Anchor{Text: ui.T(ctx, "intake.see_entry"), Href: recordweb.EntryHref(out.Entry), Note: true})
	}
	x.notices = append(x.notices, n)
	if len(out.Added) > 0 {
		var lines []string
		for _, a := range out.Added {
			line := a.Mark
			if a.Resolution != nil {
				line = strings.TrimSuffix(a.Mark+": "+strings.Join(contents(ctx, *a.Resolution), "; "), ": ")
			}
			lines = append(lines, line)
		}
		x.notices = append(x.notices, ui.Notice{Kind: ui.NoticeInfo, Title: ui.T(ctx, "intake.added", len(lines)), Text: strings.Join(lines, ". ")})
	}
	if len(out.Already) > 0 {
		x.notices = append(x.notices, ui.Notice{Kind: ui.NoticeInfo, Title: ui.T(ctx, "intake.stood_already", len(out.Already)), Text: strings.Join(out.Already, ", ")})
	}
	for _, f := range out.Refused {
		x.refused[f.Mark] = sentenceOf(ctx, f.Err)
	}
	if len(out.Refused) > 0 {
		x.notices = append(x.notices, ui.Notice{Kind: ui.NoticeWarn, Title: ui.T(ctx, "intake.not_entered", len(out.Refused)), Text: ui.T(ctx, "intake.not_entered_text")})
	}
	return x
}
