// Package fault is the one error type that people see.
//
// A fault has a kind (what sort of refusal it is), a key into the locale files
// with its arguments (what the person reads) and, where a form was wrong, the
// fields that were. Everything that is not a fault is an internal error: the
// person sees a number to quote, the operator sees the error itself.
package fault

import "errors"

// Kind says what sort of refusal an error is. Kinds are errors themselves, so
// that errors.Is(err, fault.NotFound) works however deep the fault is wrapped.
type Kind string

// The kinds of refusal. Denied and NotFound look the same to a person who has
// no right to know whether the thing exists.
const (
	Invalid     Kind = "invalid"     // the input is wrong; Fields say where
	Denied      Kind = "denied"      // the caller may not
	NotFound    Kind = "not_found"   // there is no such thing
	Conflict    Kind = "conflict"    // it stands against something already recorded
	Gone        Kind = "gone"        // a one-time link was used or has expired
	TooMany     Kind = "too_many"    // a limit of tries was reached
	TooLarge    Kind = "too_large"   // a file or text over its limit
	Unavailable Kind = "unavailable" // a part is not reachable now; trying again may help
	Unreadable  Kind = "unreadable"  // a file that cannot be read as what it claims to be
)

// Error makes a Kind usable with errors.Is.
func (k Kind) Error() string { return string(k) }

// Field is one wrong field of a form: its name, and the sentence for it.
type Field struct {
	Name string // the name attribute of the form's field
	Key  string // locale key of the sentence
	Args []any  // arguments of the sentence
}

// Error is a refusal that a person can understand and act on.
type Error struct {
	Kind   Kind
	Key    string  // locale key: what happened, what was kept, what to do
	Args   []any   // arguments of the sentence
	Fields []Field // wrong fields, in the order of the form
	Err    error   // the cause, for the operator only; may be nil
}

// New makes a fault with its locale key and arguments.
func New(kind Kind, key string, args ...any) *Error {
	return &Error{Kind: kind, Key: key, Args: args}
}

// Wrap makes a fault that keeps its cause for the operator.
func Wrap(err error, kind Kind, key string, args ...any) *Error {
	return &Error{Kind: kind, Key: key, Args: args, Err: err}
}

// InvalidField is the usual refusal of one field.
func InvalidField(name, key string, args ...any) *Error {
	return &Error{Kind: Invalid, Key: "fault.form", Fields: []Field{{Name: name, Key: key, Args: args}}}
}

// Error gives the operator's text: kind, key and cause.
func (e *Error) Error() string {
	text := string(e.Kind) + ": " + e.Key
	for _, f := range e.Fields {
		text += " " + f.Name + "=" + f.Key
	}
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

// Is reports whether target is the fault's kind.
func (e *Error) Is(target error) bool {
	k, ok := target.(Kind)
	return ok && k == e.Kind
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// KindOf gives the kind of err, or "" for an internal error.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	var k Kind
	if errors.As(err, &k) {
		return k
	}
	return ""
}

// Form gathers the wrong fields of one form, so that a person sees all of them at once.
type Form struct{ fields []Field }

// Add records that a field is wrong.
func (f *Form) Add(name, key string, args ...any) {
	f.fields = append(f.fields, Field{Name: name, Key: key, Args: args})
}

// Err gives nil while nothing is wrong, else one Invalid fault with all fields.
func (f *Form) Err() error {
	if len(f.fields) == 0 {
		return nil
	}
	return &Error{Kind: Invalid, Key: "fault.form", Fields: f.fields}
}
