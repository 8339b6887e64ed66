package intakeweb

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"path/filepath"
	"strings"

	"hamrong/internal/document"
	"hamrong/internal/extract"
	"hamrong/internal/fault"
	"hamrong/internal/report"
	"hamrong/internal/web/route"
	"hamrong/internal/web/session"
	"hamrong/internal/web/ui"
)

// drop shows where a report is dropped: GET /units/{id}/documents/new.
func (h handler) drop(w http.ResponseWriter, r *http.Request) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v, err := h.dropView(r, unit)
	if err != nil {
		return err
	}
	return ui.Render(w, r, http.StatusOK, dropPage(v))
}

func (h handler) dropView(r *http.Request, unit int64) (dropView, error) {
	place, err := h.UnitPlace(r, unit)
	if err != nil {
		return dropView{}, err
	}
	list, err := h.documents.Of(r.Context(), unit)
	return dropView{Place: place, Documents: list}, err
}

// take reads a dropped report and keeps it: POST /units/{id}/documents. A file that
// cannot be read leaves nothing behind and the page says what the file is.
func (h handler) take(w http.ResponseWriter, r *http.Request) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	id, again, err := h.read(r, unit)
	if err != nil {
		return h.refuse(w, r, unit, err)
	}
	to := intakeHref(id)
	if again {
		to += "?again=1"
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}

// refuse shows the page again with the sentence at the file's field.
func (h handler) refuse(w http.ResponseWriter, r *http.Request, unit int64, err error) error {
	var f *fault.Error
	if !errors.As(err, &f) || (f.Kind != fault.Invalid && f.Kind != fault.Unreadable && f.Kind != fault.TooLarge) {
		return err
	}
	v, e := h.dropView(r, unit)
	if e != nil {
		return e
	}
	if len(f.Fields) == 0 {
		f = fault.InvalidField("file", f.Key, f.Args...)
	}
	v.Form = ui.Form{Fields: f.Fields}
	return ui.Render(w, r, http.StatusUnprocessableEntity, dropPage(v))
}

// read takes the file (or the pasted text) out of the form, reads it, keeps it.
func (h handler) read(r *http.Request, unit int64) (id int64, again bool, err error) {
	if err := r.ParseMultipartForm(4 << 20); err != nil {
		var large *http.MaxBytesError
		if errors.As(err, &large) {
			return 0, false, extract.TooLarge()
		}
		return 0, false, fault.Wrap(err, fault.Invalid, "intake.upload_broken")
	}
	defer func() { err = errors.Join(err, r.MultipartForm.RemoveAll()) }()
	if a, known := session.Of(r.Context()); known {
		if err := ui.OfAccount(r.MultipartForm.Value, a.ID); err != nil {
			return 0, false, err
		}
	}
	file, head, err := r.FormFile("file")
	if errors.Is(err, http.ErrMissingFile) {
		return 0, false, fault.InvalidField("file", "intake.no_file")
	}
	if err != nil {
		return 0, false, fault.Wrap(err, fault.Invalid, "intake.upload_broken")
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if head.Size > route.MaxFile {
		return 0, false, extract.TooLarge()
	}
	return h.keep(r, unit, file, head)
}

func (h handler) keep(r *http.Request, unit int64, file multipart.File, head *multipart.FileHeader) (int64, bool, error) {
	name := cleanName(head.Filename)
	got, err := h.extracted(r, file, head.Size, name)
	if err != nil {
		return 0, false, err
	}
	if strings.TrimSpace(got.Text) == "" {
		return 0, false, fault.InvalidField("file", "intake.no_text")
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, io.NewSectionReader(file, 0, head.Size)); err != nil {
		return 0, false, fmt.Errorf("read %q again: %w", name, err)
	}
	end, err := h.turns.take(r.Context(), len(got.Text))
	if err != nil {
		return 0, false, err
	}
	defer end()
	return h.documents.Keep(r.Context(), document.Document{Unit: unit, Name: name, Kind: string(got.Kind), Text: got.Text,
		SHA256: hex.EncodeToString(sum.Sum(nil)), Facts: report.Read(got.Text), Pictures: got.Pictures})
}

// extracted takes the text out of a file, in the file's turn: an archive may be long before it is found to be one.
func (h handler) extracted(r *http.Request, file multipart.File, size int64, name string) (extract.Extracted, error) {
	end, err := h.turns.take(r.Context(), 0)
	if err != nil {
		return extract.Extracted{}, err
	}
	defer end()
	return extract.Text(file, size, name)
}

// cleanName is the file's own name, without folders and at most 200 letters.
func cleanName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' {
			return -1
		}
		return r
	}, filepath.Base(strings.ReplaceAll(s, `\`, "/")))
	if runes := []rune(s); len(runes) > 200 {
		s = string(runes[len(runes)-200:])
	}
	return s
}

// list shows a unit's documents: GET /units/{id}/documents.
func (h handler) list(w http.ResponseWriter, r *http.Request) error {
	unit, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v, err := h.dropView(r, unit)
	if err != nil {
		return err
	}
	return ui.Render(w, r, http.StatusOK, listPage(v))
}
