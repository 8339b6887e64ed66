package ui

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"sync"
)

//go:embed locale/vi.json locale/en.json
var locale embed.FS

// Catalogue holds the sentences of every page in every language. It is built once at start and
// only read afterwards.
type Catalogue struct {
	byLang  map[Lang]map[string]message
	missing sync.Map // keys asked for that no file holds
}

// NewCatalogue reads locale/vi.json and locale/en.json of each source, beside the frame's own. It
// refuses a key that only one language has, whose placeholders differ, or that two sources share.
//
// Each web package exports what it embeds:
//
//	//go:embed locale
//	var Locale embed.FS
func NewCatalogue(sources ...fs.FS) (*Catalogue, error) {
	c := &Catalogue{byLang: map[Lang]map[string]message{}}
	for _, l := range langs {
		c.byLang[l] = map[string]message{}
	}
	for _, src := range append([]fs.FS{locale}, sources...) {
		err := c.add(src)
		if err != nil {
			return nil, err
		}
	}
	return c, nil
}

// CheckLocale reports everything that is wrong with one package's locale files, for its test.
func CheckLocale(src fs.FS) error {
	c := &Catalogue{byLang: map[Lang]map[string]message{Vietnamese: {}, English: {}}}
	return c.add(src)
}

func (c *Catalogue) add(src fs.FS) error {
	read := map[Lang]map[string]message{}
	for _, l := range langs {
		m, err := readMessages(src, "locale/"+string(l)+".json")
		if err != nil {
			return err
		}
		read[l] = m
	}
	errs := differences(read[Vietnamese], read[English])
	for _, l := range langs {
		for key, m := range read[l] {
			if _, twice := c.byLang[l][key]; twice {
				errs = append(errs, fmt.Errorf("%s: key %q stands in two locale files", l, key))
			}
			c.byLang[l][key] = m
		}
	}
	return errors.Join(errs...)
}

func readMessages(src fs.FS, name string) (map[string]message, error) {
	raw, err := fs.ReadFile(src, name)
	if err != nil {
		return nil, fmt.Errorf("read locale: %w", err)
	}
	m := map[string]message{}
	err = json.Unmarshal(raw, &m)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return m, nil
}

// differences lists the keys whose two languages do not fit each other.
func differences(vi, en map[string]message) []error {
	var errs []error
	for _, key := range slices.Sorted(maps.Keys(vi)) {
		other, ok := en[key]
		switch {
		case !ok:
			errs = append(errs, fmt.Errorf("key %q is missing in en.json", key))
		case vi[key].places() != other.places():
			errs = append(errs, fmt.Errorf("key %q: placeholders differ between vi.json and en.json", key))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(en)) {
		if _, ok := vi[key]; !ok {
			errs = append(errs, fmt.Errorf("key %q is missing in vi.json", key))
		}
	}
	return errs
}

// find gives the message of a key; an unknown key is remembered and stands for itself, so that
// the page shows what is missing instead of a hole.
func (c *Catalogue) find(lang Lang, key string) message {
	if m, ok := c.byLang[lang][key]; ok {
		return m
	}
	c.missing.Store(key, true)
	return message{other: []segment{{text: "[" + key + "]"}}}
}

// Has reports whether the catalogue knows the key.
func (c *Catalogue) Has(key string) bool {
	_, ok := c.byLang[Vietnamese][key]
	return ok
}

// Missing lists the keys that pages asked for and no locale file holds. A test that has walked
// through the pages demands that it is empty.
func (c *Catalogue) Missing() []string {
	var keys []string
	c.missing.Range(func(k, _ any) bool { keys = append(keys, k.(string)); return true })
	slices.Sort(keys)
	return keys
}

// ownCatalogue holds the frame's own sentences alone, for contexts that settled no language.
var ownCatalogue = sync.OnceValue(func() *Catalogue {
	c, err := NewCatalogue()
	if err != nil {
		return &Catalogue{byLang: map[Lang]map[string]message{}}
	}
	return c
})
