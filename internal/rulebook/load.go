package rulebook

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"sync"

	"hamrong/rulebooks"
)

// books is all data, read once; the files are part of the program, so a bad one
// is a programmer's error and stops the start.
type books struct {
	regimes       []Regime
	order         []string // level codes in the order of the data
	levels        map[string]Level
	wordings      map[string]string
	populations   []Population
	lines         []TitleLine
	titles        map[string]Title
	titleWordings map[string]string
	titleCases    []TitleCase
	titleClause   string
}

var data = sync.OnceValue(func() *books {
	b, err := load(rulebooks.Files)
	if err != nil {
		panic(err)
	}
	return b
})

func load(files fs.FS) (*books, error) {
	b := &books{levels: map[string]Level{}, wordings: map[string]string{}, titles: map[string]Title{}, titleWordings: map[string]string{}}
	if err := b.loadNames(files); err != nil {
		return nil, err
	}
	if err := b.loadTitles(files); err != nil {
		return nil, err
	}
	names, err := fs.Glob(files, "levels-*.json")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		var r Regime
		if err := read(files, name, &r); err != nil {
			return nil, err
		}
		for _, o := range r.Orders {
			for _, c := range o.Codes {
				if _, ok := b.levels[c]; !ok {
					return nil, fmt.Errorf("%s: level %q has no name", name, c)
				}
			}
		}
		b.regimes = append(b.regimes, r)
	}
	return b, nil
}

func (b *books) loadNames(files fs.FS) error {
	var n struct {
		Levels      []Level      `json:"levels"`
		Populations []Population `json:"populations"`
	}
	if err := read(files, "names.json", &n); err != nil {
		return err
	}
	for _, l := range n.Levels {
		b.order = append(b.order, l.Code)
		b.levels[l.Code] = l
		for _, w := range append([]string{l.Code, l.Name.VI}, l.Also...) {
			b.wordings[squeeze(w)] = l.Code
		}
	}
	b.populations = n.Populations
	return nil
}

func (b *books) loadTitles(files fs.FS) error {
	var t struct {
		Clause string      `json:"clause"`
		Lines  []TitleLine `json:"lines"`
		Cases  []TitleCase `json:"cases"`
	}
	if err := read(files, "titles.json", &t); err != nil {
		return err
	}
	b.lines, b.titleCases, b.titleClause = t.Lines, t.Cases, t.Clause
	for _, l := range t.Lines {
		for _, title := range l.Titles {
			b.titles[title.Code] = title
			for _, w := range append([]string{title.Code, title.Name.VI}, title.Also...) {
				b.titleWordings[squeeze(w)] = title.Code
			}
		}
	}
	return nil
}

func read(files fs.FS, name string, into any) error {
	raw, err := fs.ReadFile(files, name)
	if err != nil {
		return fmt.Errorf("read rulebook: %w", err)
	}
	if err := json.Unmarshal(raw, into); err != nil {
		return fmt.Errorf("rulebook %s: %w", name, err)
	}
	return nil
}
