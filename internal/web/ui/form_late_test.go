package ui

import (
	"bytes"
	"context"
	"html"
	"net/url"
	"regexp"
	"slices"
	"testing"
)

var hiddenIn = regexp.MustCompile(`<input type="hidden" name="([^"]*)" value="([^"]*)"`)

// A form sent too late shows what was typed by the names of its fields, and whose it is.
func TestPostForm_saysAlongWhoseItIsAndWhatItsFieldsAreCalled(t *testing.T) {
	f := NewForm(nil)
	form := hold(PostForm(f, Post{Action: "/tasks"}), f.Text(Field{Name: "what", Label: "Việc phải làm"}), f.Date(Field{Name: "due", Label: "Hạn"}),
		f.Select(Field{Name: "programme", Label: "Chương trình"}, []Option{{Value: "3", Label: "Số 3"}}), f.Check(Field{Name: "sure", Label: "Chắc chắn"}), f.Reason("reason"))
	sent := func(s Shell) url.Values {
		var b bytes.Buffer
		if err := form.Render(WithShell(context.Background(), s), &b); err != nil {
			t.Fatal(err)
		}
		v := url.Values{"what": {"Lập danh sách\nchi bộ"}, "due": {" "}, "programme": {"3"}, "sure": {"1"}, "reason": {"Ha"}}
		for _, m := range hiddenIn.FindAllStringSubmatch(b.String(), -1) {
			v.Add(m[1], html.UnescapeString(m[2]))
		}
		return v
	}
	v := sent(Shell{Account: &Account{ID: 7, Name: "Lê Thị An"}})
	if got := FormOf(v); got != 7 {
		t.Errorf("of account %d, want 7", got)
	}
	want := []Typed{{"Việc phải làm", "Lập danh sách\nchi bộ"}, {T(context.Background(), "ui.form.reason"), "Ha"}}
	if got := TypedIn(v); !slices.Equal(got, want) {
		t.Errorf("typed: %q, want %q", got, want)
	}
	if v := sent(Shell{}); FormOf(v) != 0 || len(TypedIn(v)) != 0 {
		t.Errorf("a visitor's form: %v", v)
	}
}

// However often a form names a field, what it typed is listed once: the list is no longer than what was sent.
func TestTypedIn_listsAFieldOnce(t *testing.T) {
	v := url.Values{formLabels: {"a Tên\na Tên nữa\nb Ngày\na Tên"}, "a": {"x", "y"}}
	if got := TypedIn(v); !slices.Equal(got, []Typed{{"Tên", "x"}, {"Tên", "y"}}) {
		t.Errorf("typed: %q", got)
	}
}

func TestOfAccount_refusesAnotherAccountsForm(t *testing.T) {
	for of, fine := range map[string]bool{"7": true, "": true, "8": false} {
		if err := OfAccount(url.Values{formOf: {of}}, 7); (err == nil) != fine {
			t.Errorf("%q: %v", of, err)
		}
	}
}
