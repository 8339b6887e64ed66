package main

import "testing"

// A rule whose text has moved would stop the run of all rules after it.
func TestRules_eachBreaksATextThatStandsOnce(t *testing.T) {
	rules, err := load("rules.json")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, r := range rules {
		if _, err := r.source("../.."); err != nil {
			t.Errorf("%s: %v", r.Rule, err)
		}
		if names[r.Rule] || len(r.Tests) == 0 || r.Old == r.New {
			t.Errorf("%s: named twice, without tests, or breaks nothing", r.Rule)
		}
		names[r.Rule] = true
	}
	if len(rules) < 60 {
		t.Errorf("%d rules", len(rules))
	}
}
