package main

import (
	"fmt"
	"net/http"
	"strings"

	"golang.org/x/net/html"
)

// click presses the first button that carries these words, with the fields of its
// form changed as given.
func (pg *page) click(label string, fields map[string]any) (*page, error) {
	for _, form := range pg.find(func(n *html.Node) bool { return n.Data == "form" }) {
		for _, b := range controls(form, func(n *html.Node) bool { return n.Data == "button" && strings.Contains(words(n), label) }) {
			return pg.submitBy(form, b, fields)
		}
	}
	return nil, fmt.Errorf("%s has no button %q: %s", pg.url.Path, label, clip(pg.text))
}

// clickFor presses the button with these words in the form whose action ends so.
func (pg *page) clickFor(action, label string, fields map[string]any) (*page, error) {
	for _, form := range pg.find(func(n *html.Node) bool { return n.Data == "form" && strings.HasSuffix(attr(n, "action"), action) }) {
		for _, b := range controls(form, func(n *html.Node) bool { return n.Data == "button" && strings.Contains(words(n), label) }) {
			return pg.submitBy(form, b, fields)
		}
	}
	return nil, fmt.Errorf("%s has no button %q for %s: %s", pg.url.Path, label, action, clip(pg.text))
}

// remove fills in the reason of the form that takes something out and sends it.
func (pg *page) remove(reason string) (*page, error) {
	for _, form := range pg.find(func(n *html.Node) bool { return n.Data == "form" && strings.HasSuffix(attr(n, "action"), "/remove") }) {
		for _, f := range controls(form, func(n *html.Node) bool { return strings.Contains(attr(n, "name"), "reason") }) {
			return pg.submit(form, map[string]any{attr(f, "name"): reason})
		}
	}
	return nil, fmt.Errorf("%s has no form that takes it out: %s", pg.url.Path, clip(pg.text))
}

// done is an error unless the last form was taken and its page says all of this.
func done(pg *page, err error, says ...string) error {
	if err != nil {
		return err
	}
	if pg.status != http.StatusOK {
		return fmt.Errorf("%s: status %d: %s", pg.url.Path, pg.status, clip(pg.text))
	}
	return pg.says(says...)
}

// refused is an error unless a form was refused with a sentence, nothing done.
func refused(pg *page, err error, says ...string) error {
	if err != nil {
		return err
	}
	switch pg.status {
	case http.StatusUnprocessableEntity, http.StatusConflict:
		return pg.says(says...)
	}
	return fmt.Errorf("%s: status %d where a refusal was due (%s): %s", pg.url.Path, pg.status, strings.Join(says, ", "), clip(pg.text))
}

// denied is an error unless an address was refused to somebody who is signed in.
func denied(pg *page, err error) error {
	if err == nil && pg.status != http.StatusForbidden && pg.status != http.StatusNotFound {
		err = fmt.Errorf("%s for %s: status %d where it must be refused: %s", pg.url.Path, pg.who.name, pg.status, clip(pg.text))
	}
	return err
}

// row is one line of a table: its heading and its cells as words.
type row struct {
	head  string
	cells []string
	node  *html.Node
}

// table gives the lines of the first table whose caption contains all the words.
func (pg *page) table(caption ...string) ([]row, error) {
	for _, t := range pg.find(func(n *html.Node) bool { return n.Data == "table" }) {
		c := find(t, func(n *html.Node) bool { return n.Data == "caption" })
		if len(c) == 0 || !containsAll(words(c[0]), caption) {
			continue
		}
		var list []row
		for _, tr := range find(t, func(n *html.Node) bool { return n.Data == "tr" }) {
			r := row{node: tr}
			for _, th := range find(tr, func(n *html.Node) bool { return n.Data == "th" && attr(n, "scope") == "row" }) {
				r.head = words(th)
			}
			for _, td := range find(tr, func(n *html.Node) bool { return n.Data == "td" }) {
				r.cells = append(r.cells, words(td))
			}
			list = append(list, r)
		}
		return list, nil
	}
	return nil, fmt.Errorf("%s has no table %q: %s", pg.url.Path, caption, clip(pg.text))
}

func containsAll(s string, all []string) bool {
	for _, w := range all {
		if !strings.Contains(s, w) {
			return false
		}
	}
	return true
}

// line gives the line with this heading, else the first whose heading begins so,
// letters' case aside.
func line(list []row, head string) (row, error) {
	var heads []string
	for _, r := range list {
		if strings.EqualFold(r.head, head) {
			return r, nil
		}
	}
	for _, r := range list {
		if strings.HasPrefix(strings.ToLower(r.head), strings.ToLower(head)) {
			return r, nil
		}
		heads = append(heads, r.head)
	}
	return row{}, fmt.Errorf("no line %q among %q", head, heads)
}

// option gives the value of the choice of a select whose label contains the words.
func (pg *page) option(name, label string) (string, error) {
	for _, s := range pg.find(func(n *html.Node) bool { return n.Data == "select" && attr(n, "name") == name }) {
		for _, o := range find(s, func(n *html.Node) bool { return n.Data == "option" }) {
			if strings.Contains(words(o), label) {
				return attr(o, "value"), nil
			}
		}
	}
	return "", fmt.Errorf("%s offers no %q in %q", pg.url.Path, label, name)
}

// links gives the addresses of a node's links that begin so.
func links(n *html.Node, begin string) []string {
	var list []string
	for _, a := range find(n, func(n *html.Node) bool { return n.Data == "a" && strings.HasPrefix(attr(n, "href"), begin) }) {
		list = append(list, attr(a, "href"))
	}
	return list
}

// opened follows a node's first link.
func (pg *page) openIn(n *html.Node, begin string) (*page, error) {
	list := links(n, begin)
	if len(list) == 0 {
		return nil, fmt.Errorf("%s: nothing to open (%s) in %q", pg.url.Path, begin, words(n))
	}
	return pg.who.open(list[0])
}

// marked gives the words that a document's page points at.
func (pg *page) marked() string {
	var list []string
	for _, m := range pg.find(func(n *html.Node) bool { return n.Data == "mark" }) {
		list = append(list, words(m))
	}
	return strings.Join(list, " ")
}

func isMain(n *html.Node) bool { return n.Data == "main" }

func containsAny(s string, any ...string) bool {
	for _, w := range any {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
