package intakeweb

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"time"

	"hamrong/internal/fault"
	"hamrong/internal/intake"
	"hamrong/internal/ledger"
	"hamrong/internal/web/ui"
)

// entriesView is the book of a unit's entries.
type entriesView struct {
	placed
	List []ledger.Entry
}

// entries lists what was written into a unit's register: GET /units/{id}/entries.
func (h handler) entries(w http.ResponseWriter, r *http.Request) error {
	unit, err := pathID(r)
	if err != nil {
		return err
	}
	place, err := h.place(r, unit)
	if err != nil {
		return err
	}
	list, err := h.Intake.Entries(r.Context(), unit)
	if err != nil {
		return err
	}
	return ui.Render(w, r, http.StatusOK, entriesPage(entriesView{placed: place, List: list}))
}

// entryView is one entry with the records that it wrote.
type entryView struct {
	placed
	Entry   ledger.Entry
	Records []intake.Record
	Form    ui.Form
	Notices []ui.Notice
	Built   []ledger.Dependent // what stands in the way of undoing
}

// entry shows one entry: GET /entries/{id}.
func (h handler) entry(w http.ResponseWriter, r *http.Request) error {
	return h.showEntry(w, r, http.StatusOK, func(*entryView) {})
}

func (h handler) showEntry(w http.ResponseWriter, r *http.Request, status int, with func(*entryView)) error {
	id, err := pathID(r)
	if err != nil {
		return err
	}
	e, records, err := h.Intake.Entry(r.Context(), id)
	if err != nil {
		return err
	}
	place, err := h.place(r, e.Unit)
	if err != nil {
		return err
	}
	v := entryView{placed: place, Entry: e, Records: records}
	with(&v)
	return ui.Render(w, r, status, entryPage(v))
}

// undo takes an entry back with its reason: POST /entries/{id}/undo.
func (h handler) undo(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r)
	if err != nil {
		return err
	}
	if err := r.ParseForm(); err != nil {
		return fault.Wrap(err, fault.Invalid, "intake.upload_broken")
	}
	built, err := h.Intake.Undo(r.Context(), id, r.PostForm.Get("reason"))
	if len(built) > 0 {
		return h.showEntry(w, r, http.StatusConflict, func(v *entryView) {
			v.Built = built
			v.Form = ui.Form{Values: r.PostForm}
		})
	}
	var f *fault.Error
	if errors.As(err, &f) && (f.Kind == fault.Invalid || f.Kind == fault.Conflict) {
		return h.showEntry(w, r, http.StatusUnprocessableEntity, func(v *entryView) {
			v.Form = ui.Form{Values: r.PostForm, Fields: f.Fields}
			if len(f.Fields) == 0 {
				v.Notices = []ui.Notice{{Kind: ui.NoticeError, Title: ui.T(r.Context(), f.Key, f.Args...), Text: ui.T(r.Context(), "intake.nothing_changed")}}
			}
		})
	}
	if err != nil {
		return err
	}
	http.Redirect(w, r, "/entries/"+strconv.FormatInt(id, 10), http.StatusSeeOther)
	return nil
}

func entryTitle(ctx context.Context, e ledger.Entry) string {
	return ui.T(ctx, "intake.entry.kind."+string(e.Kind), e.ID)
}

func entryLines(ctx context.Context, list []ledger.Entry) ui.Entries {
	var out ui.Entries
	for _, e := range list {
		line := ui.Entry{Title: entryTitle(ctx, e), Href: "/entries/" + strconv.FormatInt(e.ID, 10), Note: ui.LangOf(ctx).Moment(time.UnixMilli(e.At))}
		if e.Reason != "" {
			line.Note += ". " + ui.T(ctx, "intake.entry.reason", e.Reason)
		}
		if e.UndoneBy != 0 {
			line.Side = ui.Verdict{Tone: ui.ToneUnknown, Text: ui.T(ctx, "intake.entry.undone")}
		}
		out = append(out, line)
	}
	return out
}

func recordLines(ctx context.Context, list []intake.Record) ui.Entries {
	var out ui.Entries
	for _, r := range list {
		name := r.Name
		if name == "" {
			name = strconv.FormatInt(r.Record, 10)
		}
		out = append(out, ui.Entry{Title: name, Href: recordHref(r.Table, r.Record), Note: ui.T(ctx, "intake.table."+r.Table)})
	}
	return out
}

func dependentLines(ctx context.Context, list []ledger.Dependent) ui.Entries {
	var out ui.Entries
	for _, d := range list {
		out = append(out, ui.Entry{Title: d.Name, Href: recordHref(d.Table, d.Record), Note: ui.T(ctx, "intake.table."+d.Table) + ". " + ui.T(ctx, d.Why)})
	}
	return out
}

func entryFacts(ctx context.Context, e ledger.Entry) ui.Facts {
	list := ui.Facts{{Label: ui.T(ctx, "intake.entry.at"), Value: ui.LangOf(ctx).Moment(time.UnixMilli(e.At))}}
	if e.Document != 0 {
		list = append(list, ui.Fact{Label: ui.T(ctx, "intake.entry.document"), Value: ui.T(ctx, "intake.entry.open_document"), Href: documentHref(e.Document)})
	}
	if e.Paper != "" {
		list = append(list, ui.Fact{Label: ui.T(ctx, "intake.entry.paper"), Value: e.Paper})
	}
	if e.Reason != "" {
		list = append(list, ui.Fact{Label: ui.T(ctx, "intake.entry.why"), Value: e.Reason})
	}
	if e.UndoneBy != 0 {
		list = append(list, ui.Fact{Label: ui.T(ctx, "intake.entry.state"), Value: ui.T(ctx, "intake.entry.undone"), Href: "/entries/" + strconv.FormatInt(e.UndoneBy, 10)})
	}
	return list
}
