// Command mutants breaks named rules of the program one at a time and says which
// test turned red. A mutant that survives is a defect of the tests.
//
// Each rule is an object in rules.json: the rule's name, the file, the old text
// (it must stand in the file exactly once), the new text, and the packages whose
// tests ought to notice. Nothing in the tree is changed: the broken file is laid
// over it by the go command's -overlay.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// rule is one way to break the program.
type rule struct {
	Rule  string   `json:"rule"`
	File  string   `json:"file"`
	Old   string   `json:"old"`
	New   string   `json:"new"`
	Tests []string `json:"tests"`
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(only []string) error {
	rules, err := load("test/mutants/rules.json")
	if err != nil {
		return fmt.Errorf("run from the top of the tree: %w", err)
	}
	if len(only) > 0 {
		rules = slices.DeleteFunc(rules, func(r rule) bool { return !strings.Contains(r.Rule, only[0]) })
	}
	if err := green(rules); err != nil {
		return err
	}
	survived, tried := 0, 0
	for _, r := range rules {
		tried++
		red, err := try(r)
		if err != nil {
			return fmt.Errorf("%s: %w", r.Rule, err)
		}
		if red == "" {
			survived++
			red = "SURVIVED"
		}
		fmt.Printf("%-44s %s\n", r.Rule, red)
	}
	fmt.Printf("mutants: %d tried, %d survived\n", tried, survived)
	if survived > 0 || tried == 0 {
		return fmt.Errorf("%d of %d mutants survived", survived, tried)
	}
	return nil
}

// load reads the rules.
func load(name string) ([]rule, error) {
	raw, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var rules []rule
	if err := json.Unmarshal(raw, &rules); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rules, nil
}

// source gives the text of the rule's file under top, in which the text to break stands once.
func (r rule) source(top string) (string, error) {
	src, err := os.ReadFile(filepath.Join(top, r.File))
	if err != nil {
		return "", err
	}
	if n := strings.Count(string(src), r.Old); n != 1 {
		return "", fmt.Errorf("the old text stands %d times in %s", n, r.File)
	}
	return string(src), nil
}

// green demands that all the tests pass as the tree stands: a test that is red
// anyway notices nothing.
func green(rules []rule) error {
	var packages []string
	for _, r := range rules {
		packages = append(packages, r.Tests...)
	}
	slices.Sort(packages)
	if out, err := exec.Command("go", append([]string{"test"}, slices.Compact(packages)...)...).CombinedOutput(); err != nil {
		return fmt.Errorf("red before anything was broken:\n%s", out)
	}
	return nil
}

var failed = regexp.MustCompile(`(?m)^\s*--- FAIL: (\S+)`)

// try runs the tests against one broken file and gives the name of a test that
// turned red, or "" if none did. A mutant that does not compile is an error.
func try(r rule) (string, error) {
	src, err := r.source(".")
	if err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp("", "mutant")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a folder of its own under the temporary one
	broken := filepath.Join(dir, filepath.Base(r.File))
	if err := os.WriteFile(broken, []byte(strings.Replace(src, r.Old, r.New, 1)), 0o600); err != nil {
		return "", err
	}
	abs, err := filepath.Abs(r.File)
	if err != nil {
		return "", err
	}
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {abs: broken}})
	if err != nil {
		return "", err
	}
	layer := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(layer, overlay, 0o600); err != nil {
		return "", err
	}
	if out, err := exec.Command("go", append([]string{"vet", "-overlay", layer}, r.Tests...)...).CombinedOutput(); err != nil {
		return "", fmt.Errorf("the mutant does not build:\n%s", out)
	}
	out, err := exec.Command("go", append([]string{"test", "-overlay", layer, "-count=1"}, r.Tests...)...).CombinedOutput()
	if err == nil {
		return "", nil
	}
	if m := failed.FindSubmatch(out); m != nil {
		return string(m[1]), nil
	}
	return "", fmt.Errorf("the tests failed without naming one:\n%s", out)
}
