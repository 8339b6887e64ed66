package main

import (
	"bytes"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// page is what a person sees after asking for an address, without any script.
type page struct {
	who    *person
	url    *url.URL
	status int
	root   *html.Node
	text   string // the words of the page, white space evened out
}

// open asks for an address; a status other than 200 is an error.
func (p *person) open(address string) (*page, error) {
	pg, err := p.ask("GET", address, "", nil)
	if err == nil && pg.status != http.StatusOK {
		err = fmt.Errorf("%s opens %s: status %d: %s", p.name, address, pg.status, clip(pg.text))
	}
	return pg, err
}

func (p *person) ask(method, address, kind string, body io.Reader) (*page, error) {
	if strings.HasPrefix(address, "/") {
		address = p.base + address
	}
	req, err := http.NewRequest(method, address, body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Accept-Language", "vi")
	for name, value := range p.header {
		req.Header.Set(name, value)
	}
	if kind != "" {
		req.Header.Set("Content-Type", kind)
	}
	res, err := p.client.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close() //nolint:errcheck // read to its end below
	raw, err := io.ReadAll(res.Body)
	if err != nil {
		return nil, err
	}
	root, err := html.Parse(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	return &page{who: p, url: res.Request.URL, status: res.StatusCode, root: root, text: words(root)}, nil
}

// words gives the visible text under a node.
func words(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode && (n.Data == "script" || n.Data == "style" || n.Data == "head") {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if n.Type == html.ElementNode && !inline[n.Data] {
			b.WriteByte(' ')
		}
	}
	walk(n)
	return strings.Join(strings.Fields(strings.ReplaceAll(b.String(), "\u00a0", " ")), " ")
}

// raw is the text under a node as it stands, line ends included.
func raw(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

var inline = map[string]bool{"a": true, "b": true, "strong": true, "em": true, "i": true, "span": true, "sup": true, "sub": true, "mark": true, "abbr": true, "ins": true, "del": true}

// find lists the elements for which ok holds.
func (pg *page) find(ok func(*html.Node) bool) []*html.Node { return find(pg.root, ok) }

func find(n *html.Node, ok func(*html.Node) bool) []*html.Node {
	var list []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && ok(d) {
			list = append(list, d)
		}
	}
	return list
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// follow opens the link whose words are the given ones, else the first whose words or
// address contain them.
func (pg *page) follow(what string) (*page, error) {
	links := pg.find(func(n *html.Node) bool {
		return n.Data == "a" && (strings.Contains(words(n), what) || strings.Contains(attr(n, "href"), what))
	})
	if len(links) == 0 {
		return nil, fmt.Errorf("%s has no link %q: %s", pg.url.Path, what, clip(pg.text))
	}
	best := links[0]
	for _, n := range links {
		if words(n) == what {
			best = n
			break
		}
	}
	to, err := pg.url.Parse(attr(best, "href"))
	if err != nil {
		return nil, err
	}
	return pg.who.open(to.String())
}

// says is an error unless the page's words contain all of these.
func (pg *page) says(all ...string) error {
	for _, w := range all {
		if !strings.Contains(pg.text, w) {
			return fmt.Errorf("%s does not say %q: %s", pg.url.Path, w, clip(pg.text))
		}
	}
	return nil
}

// silent is an error if the page's words contain one of these.
func (pg *page) silent(none ...string) error {
	for _, w := range none {
		if strings.Contains(pg.text, w) {
			return fmt.Errorf("%s says %q, which it must not", pg.url.Path, w)
		}
	}
	return nil
}

func clip(s string) string {
	if r := []rune(s); len(r) > 700 {
		return string(r[:700]) + "…"
	}
	return s
}

// file is what somebody drops into a file field.
type file struct {
	name string
	data []byte
}

// send submits the form whose action contains the given text with the fields
// changed as given (name → value; a *file for a file field), keeping what the
// form already holds, as a browser without scripts does.
func (pg *page) send(action string, fields map[string]any) (*page, error) {
	forms := pg.find(func(n *html.Node) bool { return n.Data == "form" && strings.Contains(attr(n, "action"), action) })
	if len(forms) == 0 {
		return nil, fmt.Errorf("%s has no form for %q: %s", pg.url.Path, action, clip(pg.text))
	}
	return pg.submit(forms[0], fields)
}

// press submits the form that a named button belongs to, by that button.
func (pg *page) press(name string, fields map[string]any) (*page, error) {
	for _, form := range pg.find(func(n *html.Node) bool { return n.Data == "form" }) {
		for _, b := range controls(form, func(n *html.Node) bool { return n.Data == "button" && attr(n, "name") == name }) {
			return pg.submitBy(form, b, fields)
		}
	}
	return nil, fmt.Errorf("%s has no button %q: %s", pg.url.Path, name, clip(pg.text))
}

func (pg *page) submit(form *html.Node, fields map[string]any) (*page, error) {
	return pg.submitBy(form, nil, fields)
}

// submitBy submits a form by one of its buttons, or by none.
func (pg *page) submitBy(form, button *html.Node, fields map[string]any) (*page, error) {
	action := attr(form, "action")
	values := held(form)
	if button != nil {
		values.Set(attr(button, "name"), attr(button, "value"))
		if to := attr(button, "formaction"); to != "" {
			action = to
		}
	}
	to, err := pg.url.Parse(action)
	if err != nil {
		return nil, err
	}
	var drops []struct {
		field string
		f     *file
	}
	for name, v := range fields {
		switch v := v.(type) {
		case *file:
			drops = append(drops, struct {
				field string
				f     *file
			}{name, v})
		case []string:
			values[name] = v
		default:
			values.Set(name, fmt.Sprint(v))
		}
		if !has(form, "data-any") && len(controls(form, func(n *html.Node) bool { return attr(n, "name") == name })) == 0 {
			return nil, fmt.Errorf("the form %s has no field %q", to.Path, name)
		}
	}
	if strings.EqualFold(attr(form, "method"), "get") || attr(form, "method") == "" {
		to.RawQuery = values.Encode()
		return pg.who.ask("GET", to.String(), "", nil)
	}
	if attr(form, "enctype") != "multipart/form-data" {
		return pg.who.ask("POST", to.String(), "application/x-www-form-urlencoded", strings.NewReader(values.Encode()))
	}
	var body bytes.Buffer
	m := multipart.NewWriter(&body)
	for name, list := range values {
		for _, v := range list {
			if err := m.WriteField(name, v); err != nil {
				return nil, err
			}
		}
	}
	for _, d := range drops {
		w, err := m.CreateFormFile(d.field, d.f.name)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(d.f.data); err != nil {
			return nil, err
		}
	}
	if err := m.Close(); err != nil {
		return nil, err
	}
	return pg.who.ask("POST", to.String(), m.FormDataContentType(), &body)
}

// controls are the elements of a form for which ok holds: those inside it, and those
// elsewhere on the page that name it.
func controls(form *html.Node, ok func(*html.Node) bool) []*html.Node {
	root, id := form, attr(form, "id")
	for root.Parent != nil {
		root = root.Parent
	}
	list := find(form, func(n *html.Node) bool { return ok(n) && (!has(n, "form") || attr(n, "form") == id) })
	if id == "" {
		return list
	}
	inside := map[*html.Node]bool{}
	for d := range form.Descendants() {
		inside[d] = true
	}
	return append(list, find(root, func(n *html.Node) bool { return !inside[n] && attr(n, "form") == id && ok(n) })...)
}

// held gives what a form would send untouched.
func held(form *html.Node) url.Values {
	v := url.Values{}
	for _, n := range controls(form, func(n *html.Node) bool { return has(n, "name") && !has(n, "disabled") }) {
		name := attr(n, "name")
		switch n.Data {
		case "input":
			switch kind := attr(n, "type"); {
			case kind == "file" || kind == "submit" || kind == "button":
			case (kind == "checkbox" || kind == "radio") && !has(n, "checked"):
			case kind == "checkbox" && attr(n, "value") == "":
				v.Add(name, "on")
			default:
				v.Add(name, attr(n, "value"))
			}
		case "textarea":
			v.Add(name, strings.ReplaceAll(raw(n), "\n", "\r\n"))
		case "select":
			options := find(n, func(o *html.Node) bool { return o.Data == "option" })
			for i, o := range options {
				if has(o, "selected") || (i == 0 && len(find(n, func(o *html.Node) bool { return has(o, "selected") })) == 0) {
					v.Add(name, attr(o, "value"))
				}
			}
		}
	}
	return v
}
