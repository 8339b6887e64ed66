package report

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestRead_findsTheFactsOfTheCorpus reads every text of testdata/corpus and compares each
// list that its facts give: nothing missed, nothing found beside it.
func TestRead_findsTheFactsOfTheCorpus(t *testing.T) {
	for _, half := range []string{"own", "blind"} {
		files, err := filepath.Glob(filepath.Join("testdata", "corpus", half, "*.txt"))
		if err != nil {
			t.Fatal(err)
		}
		if len(files) < 30 {
			t.Errorf("%s: %d texts, want 30 or more", half, len(files))
		}
		for _, name := range files {
			t.Run(half+"/"+strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) { corpusText(t, name) })
		}
	}
}

// TestRead_findsTheFactsOfTheTwin reads the reference report, every list and span of it.
func TestRead_findsTheFactsOfTheTwin(t *testing.T) {
	corpusText(t, filepath.Join("testdata", "twin.txt"))
}

func corpusText(t *testing.T, name string) {
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	gold := readGold(t, strings.TrimSuffix(name, ".txt")+".json")
	f := Read(string(text))
	found := roundTrip(t, f)
	checkSpans(t, AsRead(string(text)), f)
	for _, c := range f.Classification {
		whole(t, c.Subject)
	}
	for _, a := range f.Targets {
		whole(t, a.Subject)
	}
	report := func(list string, missed, extra []fact) {
		for _, x := range missed {
			t.Errorf("missed %s: %s", list, x.short())
		}
		for _, x := range extra {
			t.Errorf("false %s: %s", list, x.short())
		}
	}
	m, e := compareFacts(gold.list("classification"), found.list("classification"), sameClass)
	report("classification", m, e)
	m, e = compareFacts(gold.list("targets"), found.list("targets"), sameTarget)
	report("targets", m, e)
	for list, shares := range otherLists {
		if gold[list] == nil {
			continue
		}
		m, e = compareFacts(gold.list(list), found.list(list), sameFields(shares))
		report(list, m, e)
	}
	if gold["resolution"] != nil {
		m, e = compareFacts(gold.resolution(), found.resolution(), sameFields(map[string]float64{"of": 0.7, "what": 0.6}))
		report("resolution", m, e)
	}
	named := map[string]bool{}
	for _, o := range f.Organisations {
		named[o.Name] = true
	}
	for _, o := range gold.list("organisations") {
		if name := fmt.Sprint(o["name"]); !named[name] {
			t.Errorf("missed organisation: %s", name)
		}
	}
	if want := gold["publisher"]; want != nil && fmt.Sprint(want.(map[string]any)["name"]) != publisherName(f) {
		t.Errorf("publisher is %q, want %v", publisherName(f), want)
	}
}

// whole tells of a subject that breaks off at a word that leads on: "chi bộ trong".
func whole(t *testing.T, subject string) {
	words := strings.Fields(strings.ToLower(subject))
	if n := len(words); n > 0 && slices.Contains([]string{"trong", "thuộc", "tại", "ở", "và", "của", "cho", "có", "đạt", "là"}, words[n-1]) {
		t.Errorf("the subject %q breaks off", subject)
	}
}

func publisherName(f *Facts) string {
	if f.Publisher == nil {
		return ""
	}
	return f.Publisher.Name
}

// document is one JSON object of facts.
type document map[string]any

func readGold(t *testing.T, name string) document {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var d document
	if err := json.Unmarshal(b, &d); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return d
}

func roundTrip(t *testing.T, f *Facts) document {
	t.Helper()
	b, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	var again Facts
	if err := json.Unmarshal(b, &again); err != nil {
		t.Fatal(err)
	}
	var d document
	if err := json.Unmarshal(b, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

func (d document) list(name string) []fact {
	items, _ := d[name].([]any)
	out := make([]fact, len(items))
	for i, x := range items {
		out[i] = x.(map[string]any)
	}
	return out
}

// resolution gives each resolution and each of its parts as a fact of its own.
func (d document) resolution() []fact {
	holder, _ := d["resolution"].(map[string]any)
	items, _ := holder["resolutions"].([]any)
	var out []fact
	for _, x := range items {
		r := document(x.(map[string]any))
		of := fmt.Sprint(r["name"], " ", r["congress"])
		out = append(out, fact{"of": of, "what": "resolution"})
		for _, c := range r.list("counts") {
			out = append(out, fact{"of": of, "what": fmt.Sprint(c["count"], " ", c["what"])})
		}
		if m, ok := r["motto"].(map[string]any); ok {
			out = append(out, fact{"of": of, "what": m["text"]})
		}
		for _, g := range r.list("goals") {
			out = append(out, fact{"of": of, "what": fmt.Sprint(g["year"], " ", g["text"])})
		}
	}
	return out
}
