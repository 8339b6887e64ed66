package accountweb

import (
	"context"
	"net/http"

	"hamrong/internal/account"
	"hamrong/internal/fault"
	"hamrong/internal/org"
	"hamrong/internal/store"
	"hamrong/internal/web/route"
	"hamrong/internal/web/ui"
)

// setUpView is what the set-up page shows.
type setUpView struct {
	Secret string
	Form   ui.Form
}

// GET /setup/{secret}
func (h *handler) setUpForm(w http.ResponseWriter, r *http.Request) error {
	secret := r.PathValue("secret")
	if _, err := h.Accounts.Link(r.Context(), secret, account.ForSetUp); err != nil {
		return err
	}
	return showSetUp(w, r, http.StatusOK, setUpView{Secret: secret})
}

func showSetUp(w http.ResponseWriter, r *http.Request, status int, v setUpView) error {
	w.Header().Set("Cache-Control", "no-store")
	return ui.Render(w, r, status, setUpPage(v))
}

// POST /setup/{secret}
func (h *handler) setUp(w http.ResponseWriter, r *http.Request) error {
	values, err := route.Posted(r)
	if err != nil {
		return err
	}
	in := ui.Read(values)
	first := account.First{Name: values.Get("name"), Login: values.Get("login"), Password: values.Get("password"), Locale: string(ui.LangOf(r.Context()))}
	root := org.Founding{Line: org.Party, Naming: org.Naming{Name: in.MaybeText("unit_name", 200), Short: in.MaybeText("unit_short", 60),
		Kind: org.Kind(in.Choice("unit_kind", kindOptions(r.Context()))), Level: org.Level(in.Choice("unit_level", levelOptions(r.Context())))}}
	root.Line = lineOf(root.Kind)
	if values.Get("again") != first.Password {
		in.Wrong("again", "account.password_again")
	}
	a, err := h.Accounts.SetUp(r.Context(), r.PathValue("secret"), first, func(t *store.Tx) (int64, error) {
		unit, err := org.FoundRoot(t, root)
		return unit, renamed(in.Err(), err)
	})
	if form, ok := ui.Wrong(values, err); ok {
		return showSetUp(w, r, http.StatusUnprocessableEntity, setUpView{Secret: r.PathValue("secret"), Form: form})
	}
	if err != nil {
		return err
	}
	if err := h.begin(w, r, a); err != nil {
		return err
	}
	return to(w, r, "/")
}

// renamed joins the faults of the form's first half, whose fields are called
// unit_… here and by their own names in org.
func renamed(read, founding error) error {
	names := map[string]string{"name": "unit_name", "short": "unit_short", "kind": "unit_kind", "level": "unit_level"}
	var form fault.Form
	seen := map[string]bool{}
	for _, f := range fieldsOf(founding) {
		if to, ok := names[f.Name]; ok {
			f.Name = to
		}
		seen[f.Name] = true
		form.Add(f.Name, f.Key, f.Args...)
	}
	for _, f := range fieldsOf(read) {
		if !seen[f.Name] {
			form.Add(f.Name, f.Key, f.Args...)
		}
	}
	if err := form.Err(); err != nil {
		return err
	}
	if founding != nil {
		return founding
	}
	return read
}

// kinds of a first unit, with the line that each belongs to.
var firstKinds = []struct {
	kind org.Kind
	line org.Line
}{
	{org.DangBoCoSo, org.Party}, {org.ChiBo, org.Party}, {org.DangBoBoPhan, org.Party}, {org.DangBo, org.Party},
	{org.CongDoan, org.Union}, {org.DoanThanhNien, org.Youth}, {org.HoiCuuChienBinh, org.Veterans}, {org.CoQuan, org.Administration}, {org.OtherKind, org.Other},
}

func lineOf(k org.Kind) org.Line {
	for _, f := range firstKinds {
		if f.kind == k {
			return f.line
		}
	}
	return org.Party
}

func kindOptions(ctx context.Context) []ui.Option {
	var list []ui.Option
	for _, f := range firstKinds {
		list = append(list, ui.Option{Value: string(f.kind), Label: ui.T(ctx, "account.kind."+string(f.kind))})
	}
	return list
}

func levelOptions(ctx context.Context) []ui.Option {
	var list []ui.Option
	for _, l := range []org.Level{org.Base, org.Branch, org.Bloc, org.Province, org.Nation} {
		list = append(list, ui.Option{Value: string(l), Label: ui.T(ctx, "account.level."+string(l))})
	}
	return list
}
