package intakeweb

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"hamrong/internal/intake"
	"hamrong/internal/ledger"
	"hamrong/internal/web/recordweb"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
	"hamrong/internal/web/wording"
)

// entriesView is the book of a unit's entries.
type entriesView struct {
	recordweb.Place
	List []intake.Written
}

// entries lists what was written into a unit's register: GET /units/{id}/entries.
func (h handler) entries(w http.ResponseWriter, r *http.Request) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	place, err := h.UnitPlace(r, unit)
	if err != nil {
		return err
	}
	list, err := h.intake.Entries(r.Context(), unit)
	if err != nil {
		return err
	}
	return ui.Render(w, r, http.StatusOK, entriesPage(entriesView{Place: place, List: list}))
}

// entryView is one entry with the records that it wrote, changed or took back.
type entryView struct {
	recordweb.Place
	Entry   intake.Written
	Records []intake.Record
	Undoing recordweb.Form
	Kept    bool               // undone just now
	Built   []ledger.Dependent // what stands in the way of undoing
	Closed  error              // the closed year that does, nil for none
}

// Undoable reports whether an entry is one that can be taken back as a whole, as long as
// nothing stands in the way.
func (v entryView) Undoable() bool {
	return v.Entry.UndoneBy == 0 && v.Entry.Kind != ledger.Undo && len(v.Records) > 0
}

// said is the key of a sentence about undoing the entry, which is another where it changed records
// or took them back: those stand again.
func (v entryView) said(what string) string {
	key := "intake.entry." + what
	switch v.Entry.Kind {
	case ledger.Change, ledger.Withdrawal:
		key += "." + string(v.Entry.Kind)
	}
	return key
}

// entry shows one entry: GET /entries/{id}.
func (h handler) entry(w http.ResponseWriter, r *http.Request) error {
	return h.showEntry(w, r, recordweb.Form{}, http.StatusOK)
}

func (h handler) showEntry(w http.ResponseWriter, r *http.Request, undoing recordweb.Form, status int) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v := entryView{Undoing: undoing}
	if v.Entry, v.Records, err = h.intake.Entry(r.Context(), id); err != nil {
		return err
	}
	if v.Undoable() {
		if v.Built, v.Closed, err = h.intake.Obstacles(r.Context(), id); err != nil {
			return err
		}
	}
	if v.Place, err = h.UnitPlace(r, v.Entry.Unit); err != nil {
		return err
	}
	v.Kept = recordweb.Kept(r)
	return ui.Render(w, r, status, entryPage(v))
}

// undo takes an entry back with its reason: POST /entries/{id}/undo.
func (h handler) undo(w http.ResponseWriter, r *http.Request) error {
	return recordweb.Answer{Of: "id", Do: func(id int64, values url.Values) (done string, err error) {
		_, err = h.intake.Undo(r.Context(), id, values.Get("reason"))
		return recordweb.KeptHref(recordweb.EntryHref(id)), err
	}, Again: func(form recordweb.Form, status int) error { return h.showEntry(w, r, form, status) }}.Give(w, r)
}

func entryTitle(ctx context.Context, e intake.Written) string {
	return ui.T(ctx, "intake.entry.kind."+string(e.Kind), e.ID)
}

func entryLines(ctx context.Context, list []intake.Written) ui.Entries {
	var out ui.Entries
	for _, e := range list {
		line := ui.Entry{Title: entryTitle(ctx, e), Href: recordweb.EntryHref(e.ID), Note: strings.Join(told(ctx, e), " · ")}
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

// told says who wrote an entry, when, from what, and how many records of which kinds.
func told(ctx context.Context, e intake.Written) []string {
	said := []string{ui.LangOf(ctx).Moment(time.UnixMilli(e.At))}
	for _, s := range []string{e.By, e.File, e.Paper} {
		if s != "" {
			said = append(said, s)
		}
	}
	var wrote []string
	for _, w := range e.Wrote {
		wrote = append(wrote, ui.T(ctx, "intake.entry.count", w.Count, ui.T(ctx, "intake.table."+w.Table)))
	}
	if len(wrote) > 0 {
		said = append(said, strings.Join(wrote, ", "))
	}
	return said
}

// recordNote says what a record is, what it states, of which year, and whose it is.
func recordNote(ctx context.Context, r intake.Record) string {
	note := []string{ui.T(ctx, "intake.table."+r.Table)}
	if r.Value != nil {
		note = append(note, wording.Value(ctx, *r.Value))
	}
	if r.Aim != nil {
		note = append(note, wording.Aim(ctx, *r.Aim))
	}
	if r.Of != "" {
		note = append(note, ofYear(ctx, string(r.Of)))
	}
	if r.Unit != "" {
		note = append(note, r.Unit)
	}
	return strings.Join(note, " · ")
}

func recordLines(ctx context.Context, list []intake.Record) ui.Entries {
	var out ui.Entries
	for _, r := range list {
		name := r.Name
		if name == "" {
			name = strconv.FormatInt(r.Record, 10)
		}
		out = append(out, ui.Entry{Title: name, Href: recordweb.TableHref(r.Table, r.Record), Note: recordNote(ctx, r)})
	}
	return out
}

func dependentLines(ctx context.Context, list []ledger.Dependent) ui.Entries {
	var out ui.Entries
	for _, d := range list {
		out = append(out, ui.Entry{Title: d.Name, Href: recordweb.TableHref(d.Table, d.Record), Note: ui.T(ctx, "intake.table."+d.Table) + ". " + ui.T(ctx, d.Why)})
	}
	return out
}

func entryFacts(ctx context.Context, e intake.Written) ui.Facts {
	list := ui.Facts{{Label: ui.T(ctx, "intake.entry.at"), Value: ui.LangOf(ctx).Moment(time.UnixMilli(e.At))}}
	if e.By != "" {
		list = append(list, ui.Fact{Label: ui.T(ctx, "intake.entry.by"), Value: e.By})
	}
	if e.File != "" {
		list = append(list, ui.Fact{Label: ui.T(ctx, "intake.entry.document"), Value: ui.T(ctx, "intake.entry.open_document", e.File), Href: documentHref(e.Document)})
	}
	if e.Paper != "" {
		list = append(list, ui.Fact{Label: ui.T(ctx, "intake.entry.paper"), Value: e.Paper})
	}
	if e.Reason != "" {
		list = append(list, ui.Fact{Label: ui.T(ctx, "intake.entry.why"), Value: e.Reason})
	}
	if e.UndoneBy != 0 {
		list = append(list, ui.Fact{Label: ui.T(ctx, "intake.entry.state"), Value: ui.T(ctx, "intake.entry.undone"), Href: recordweb.EntryHref(e.UndoneBy)})
	}
	return list
}
