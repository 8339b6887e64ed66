package ui

import (
	"strconv"
	"strings"
)

// This file alone writes HTML by hand, because a page of a thousand cells is made several times
// faster so. Nothing here takes markup as data: tag and attribute names are the typed constants
// below, everything else is escaped.

// tag and attr are names fixed in the program.
type (
	tag  string
	attr string
)

// markup appends one piece of HTML. The zero value is ready.
type markup struct{ b []byte }

// open begins a start tag: "<td"; attributes and then end follow.
func (m *markup) open(t tag) *markup {
	m.b = append(m.b, '<')
	m.b = append(m.b, t...)
	return m
}

// attr adds an attribute; an empty value adds nothing.
func (m *markup) attr(name attr, value string) *markup {
	if value == "" {
		return m
	}
	m.b = append(m.b, ' ')
	m.b = append(m.b, name...)
	m.b = append(m.b, '=', '"')
	m.escape(value)
	m.b = append(m.b, '"')
	return m
}

// begin starts an attribute whose value is appended in pieces by escape; done ends it.
func (m *markup) begin(name attr) {
	m.b = append(m.b, ' ')
	m.b = append(m.b, name...)
	m.b = append(m.b, '=', '"')
}

func (m *markup) done() { m.b = append(m.b, '"') }

// num adds an attribute with a whole number.
func (m *markup) num(name attr, n int) *markup {
	m.b = append(m.b, ' ')
	m.b = append(m.b, name...)
	m.b = append(m.b, '=', '"')
	m.b = strconv.AppendInt(m.b, int64(n), 10)
	m.b = append(m.b, '"')
	return m
}

// part adds an attribute that holds a share of a drawing's width: 0.389 is "38.9%".
func (m *markup) part(name attr, share float64) *markup {
	share = min(max(share, 0), 1)
	m.b = append(m.b, ' ')
	m.b = append(m.b, name...)
	m.b = append(m.b, '=', '"')
	m.b = strconv.AppendFloat(m.b, share*100, 'f', 2, 64)
	m.b = append(m.b, '%', '"')
	return m
}

// end closes a start tag.
func (m *markup) end() *markup {
	m.b = append(m.b, '>')
	return m
}

// close writes an end tag.
func (m *markup) close(t tag) *markup {
	m.b = append(m.b, '<', '/')
	m.b = append(m.b, t...)
	m.b = append(m.b, '>')
	return m
}

// text writes escaped text.
func (m *markup) text(s string) *markup {
	m.escape(s)
	return m
}

// href adds a link's address. The scheme must be none, http, https, mailto or tel; any other
// address, javascript: above all, leads to the top of the page.
func (m *markup) href(address string) *markup {
	if !safeAddress(address) {
		address = "#"
	}
	return m.attr("href", address)
}

// icon writes one drawing of the set; its inside is a constant of the program.
func (m *markup) icon(i Icon) *markup {
	if i == IconNone {
		return m
	}
	d := drawings[i]
	if d == "" {
		return m
	}
	m.b = append(m.b, `<svg class="i" viewBox="0 0 16 16" aria-hidden="true" focusable="false">`...)
	m.b = append(m.b, d...)
	m.b = append(m.b, `</svg>`...)
	return m
}

// Write lets a component render into the piece; components escape by themselves.
func (m *markup) Write(p []byte) (int, error) {
	m.b = append(m.b, p...)
	return len(p), nil
}

// escape appends s with the five signs that mean something in HTML replaced, in text and in
// quoted attributes alike. A NUL, which HTML forbids, becomes the replacement sign.
func (m *markup) escape(s string) {
	last := 0
	for i := range len(s) {
		if rep := escapes[s[i]]; rep != "" {
			m.b = append(m.b, s[last:i]...)
			m.b = append(m.b, rep...)
			last = i + 1
		}
	}
	m.b = append(m.b, s[last:]...)
}

// escapes gives what stands for a byte, "" for a byte that stands for itself.
var escapes = [256]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;", 0: "\uFFFD"}

func safeAddress(s string) bool {
	scheme, _, found := strings.Cut(s, ":")
	if !found || strings.ContainsAny(scheme, "/?#") {
		return true
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto", "tel":
		return true
	}
	return false
}
