package org

import (
	"encoding/hex"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"hamrong/internal/fault"
	"hamrong/internal/viet"
)

// The longest name and short name, in letters.
const (
	maxName  = 200
	maxShort = 60
)

// tidy writes a name composed (NFC), with single blanks and none at the ends.
func tidy(s string) string { return strings.Join(strings.Fields(norm.NFC.String(s)), " ") }

// checkNames notes in the form what is wrong with a tidy name and short name.
func checkNames(form *fault.Form, name, short string) {
	if key := nameFault(name); key != "" {
		form.Add("name", key, maxName)
	}
	if utf8.RuneCountInString(short) > maxShort {
		form.Add("short", "org.short_long", maxShort)
	} else if unprintable(short) {
		form.Add("short", "org.name_unprintable")
	}
}

// nameFault gives the key of what is wrong with a tidy name, "" if nothing.
func nameFault(name string) string {
	switch {
	case name == "":
		return "org.name_missing"
	case utf8.RuneCountInString(name) > maxName:
		return "org.name_long"
	case unprintable(name):
		return "org.name_unprintable"
	case strings.IndexFunc(name, unicode.IsLetter) < 0:
		return "org.name_no_letter"
	}
	return ""
}

func unprintable(s string) bool {
	return !utf8.ValidString(s) || strings.IndexFunc(s, func(r rune) bool { return !unicode.IsPrint(r) }) >= 0
}

// searched gives what a search looks at: the folded name, and the folded short name behind a bar.
func searched(name, short string) string {
	if short == "" {
		return viet.Fold(name)
	}
	return viet.Fold(name) + " | " + viet.Fold(short)
}

// sortKey gives the name's place in Vietnamese order with numbers as numbers ("Chi bộ 2"
// before "Chi bộ 10"), in hexadecimal so that both databases sort it alike.
func sortKey(name string) string {
	var buf collate.Buffer
	c := collate.New(language.Vietnamese, collate.Numeric)
	return hex.EncodeToString(c.KeyFromString(&buf, name))
}
