package intakeweb

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"hamrong/internal/fault"
	"hamrong/internal/intake"
	"hamrong/internal/org"
	"hamrong/internal/web/ui"
)

// nameLine asks which unit a name of the report is.
type nameLine struct {
	intake.Named
	Options []ui.Option
	Chosen  string
	Line    org.Line // what the name sounds like, for founding
	Found   bool     // no unit fits: offer to found one
	typed   string   // the name to found it under, as it was sent
}

func (h handler) names(r *http.Request, s *intake.Sheet, sent url.Values) ([]nameLine, error) {
	var list []nameLine
	tree, err := h.units.Tree(r.Context(), s.Document.Unit, "")
	if err != nil {
		return nil, err
	}
	for _, n := range s.Names() {
		line := nameLine{Named: n, Line: org.LineOfName(n.Name)}
		found, err := h.candidates(r, n, s.Document.Unit)
		if err != nil {
			return nil, err
		}
		for _, c := range found {
			line.Options = append(line.Options, ui.Option{Value: strconv.FormatInt(c.ID, 10), Label: c.Name})
		}
		if n.Name != "" {
			line.Options = others(line.Options, tree)
		}
		line.Options = append(line.Options, ui.Option{Value: "0", Label: ui.T(r.Context(), "intake.name_none")})
		line.Chosen = line.Options[0].Value
		line.Found = len(found) == 0 || n.Name != "" && found[0].Score < sure
		if line.Found && n.Name != "" && (len(found) == 0 || found[0].Score < sure) {
			line.Chosen = "0"
		}
		if unit, kept := s.Placed[n.Key]; kept {
			line.Chosen = strconv.FormatInt(unit, 10)
		}
		if v := sent.Get("u-" + n.Key); v != "" {
			line.Chosen = v
		}
		if v := sent.Get("fl-" + n.Key); v != "" {
			line.Line = org.Line(v)
		}
		line.typed = sent.Get("fn-" + n.Key)
		list = append(list, line)
	}
	return list, nil
}

// mostOthers bounds how many units a list offers beside those that a name sounds like.
const mostOthers = 300

// others adds the units below the report's own that are not proposed: a name can be shortened beyond
// recognition ("QLXD"), and only the clerk knows whose it is.
func others(list []ui.Option, tree org.Tree) []ui.Option {
	proposed := map[string]bool{}
	for _, o := range list {
		proposed[o.Value] = true
	}
	for _, n := range tree.Nodes[:min(len(tree.Nodes), mostOthers)] {
		if id := strconv.FormatInt(n.ID, 10); !proposed[id] {
			list = append(list, ui.Option{Value: id, Label: n.Name})
		}
	}
	return list
}

// Founding is the name the unit would be founded under.
func (n nameLine) Founding(office string) string {
	if n.typed != "" {
		return n.typed
	}
	return properName(n.Name, office)
}

// sure is the score from which a proposal is chosen beforehand; the clerk sees it and may change it.
const sure = 75

// offer is a unit that a name may mean.
type offer struct {
	ID    int64
	Name  string
	Score int
}

// candidates lists what a name may mean; a figure without a scope belongs to the report's own unit.
func (h handler) candidates(r *http.Request, n intake.Named, lead int64) ([]offer, error) {
	var list []offer
	if n.Name != "" {
		found, err := h.units.Match(r.Context(), n.Name, lead)
		if err != nil {
			return nil, err
		}
		for i, c := range found {
			if i < 8 {
				list = append(list, offer{c.Unit.ID, c.Unit.Name, c.Score})
			}
		}
	}
	for _, o := range list {
		if o.ID == lead {
			return list, nil
		}
	}
	u, err := h.units.Unit(r.Context(), lead, "")
	if err != nil {
		return nil, err
	}
	own := offer{u.ID, u.Name, 0}
	if n.Name == "" {
		own.Score = 100
	}
	return append(list, own), nil
}

// placing reads the units chosen for names where they differ from what the page proposed;
// an untouched proposal is not kept, so that a unit founded later is still proposed.
func (h handler) placing(r *http.Request, s *intake.Sheet) (intake.Placing, error) {
	lines, err := h.names(r, s, nil)
	if err != nil {
		return nil, err
	}
	placing := intake.Placing{}
	for _, n := range lines {
		v := r.PostForm.Get("u-" + n.Key)
		if v == "" || v == n.Chosen {
			continue
		}
		unit, err := strconv.ParseInt(v, 10, 64)
		if err != nil {
			return nil, fault.Wrap(err, fault.Invalid, "intake.upload_broken")
		}
		placing[n.Key] = unit
	}
	return placing, nil
}

// found founds a unit that the report names and nobody knew: POST /intakes/{id}/found.
// The choices made on the page are kept first, so that none is lost on the way.
func (h handler) found(w http.ResponseWriter, r *http.Request) error {
	id, _, err := h.keepChoices(r)
	if err != nil {
		return h.again(w, r, err)
	}
	key := r.PostForm.Get("found")
	s, err := h.intake.Sheet(r.Context(), id)
	if err != nil {
		return err
	}
	f := org.Founding{Naming: org.Naming{Name: strings.TrimSpace(r.PostForm.Get("fn-" + key))}}
	var founded int64
	switch line := org.Line(r.PostForm.Get("fl-" + key)); line {
	case org.Party:
		f.Parent = s.Document.Unit
		founded, err = h.units.Found(r.Context(), f)
	default:
		f.Line = line
		founded, err = h.units.FoundLinked(r.Context(), s.Document.Unit, f)
	}
	if err == nil {
		err = h.intake.Place(r.Context(), id, intake.Placing{key: founded})
	}
	if err != nil {
		return h.again(w, r, err)
	}
	http.Redirect(w, r, intakeHref(id)+"#don-vi", http.StatusSeeOther)
	return nil
}
