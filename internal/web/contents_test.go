package web

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// contents lists the routes for whoever may not import this package: the rehearsal
// demands that it has passed each of them.
const contents = "../../test/rehearsal/routes.txt"

func TestRoutes_areListedForTheRehearsal(t *testing.T) {
	var list []string
	for _, r := range newSite(t).s.routes() {
		list = append(list, r.Pattern)
	}
	slices.Sort(list)
	want := strings.Join(list, "\n") + "\n"
	have, err := os.ReadFile(contents)
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != want {
		t.Errorf("%s is out of date; the routes are:\n%s", contents, want)
	}
}
