package cli

import (
	"bufio"
	"path/filepath"
	"runtime/debug"
	"strings"

	"hamrong/internal/extract"
	"hamrong/internal/intake"
	"hamrong/internal/report"
)

// Memory that the collector keeps to while a file is opened and while it is read; a
// file's size alone must not decide how much is taken from other programs.
const (
	openingMemory = 110 << 20
	readingMemory = 240 << 20
)

// readCmd finds the facts of a report and prints them; it stores nothing.
type readCmd struct {
	File   string `arg:""`
	Format string `enum:"table,json,html" default:"table"`
}

// reading is a report that was read.
type reading struct {
	name  string // of the file
	text  extract.Extracted
	facts *report.Facts
	items []intake.Item
}

// Run reads the file and prints its facts.
func (c *readCmd) Run(s *session) error {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(openingMemory))
	src, err := s.open(c.File)
	if err != nil {
		return err
	}
	text, err := extract.Text(src, src.size, src.name)
	if closing := src.close(); err == nil {
		err = closing
	}
	name := src.name
	if err != nil {
		return named{c.File, err}
	}
	src = nil // a spooled file is not needed beside its text
	debug.SetMemoryLimit(readingMemory)
	facts := report.Read(text.Text)
	facts.File = name
	facts.ID = strings.TrimSuffix(name, filepath.Ext(name))
	if name == "-" {
		facts.ID = "stdin"
	}
	r := &reading{name: name, text: text, facts: facts}
	out := bufio.NewWriter(s.Stdout)
	switch c.Format {
	case "json":
		err = writeFacts(out, facts)
	case "html":
		r.items = intake.Items(facts)
		err = s.writePage(out, r)
	default:
		r.items = intake.Items(facts)
		err = s.writeTable(out, r)
	}
	if err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if aside := s.leftAside(text); aside != "" && c.Format != "table" {
		return s.warn("hamrong: " + aside)
	}
	return nil
}

// leftAside says what of the file was not read; "" when that is nothing.
func (s *session) leftAside(t extract.Extracted) string {
	switch {
	case t.Pictures > 0 && t.Footnotes > 0:
		return s.say("cli.read.aside.pictures", t.Pictures) + " " + s.say("cli.read.aside.footnotes", t.Footnotes)
	case t.Pictures > 0:
		return s.say("cli.read.aside.pictures", t.Pictures)
	case t.Footnotes > 0:
		return s.say("cli.read.aside.footnotes", t.Footnotes)
	}
	return ""
}
