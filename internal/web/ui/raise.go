package ui

import (
	"bytes"
	"context"
	"io"

	"github.com/a-h/templ"
)

type raisedKey struct{}

// raising shows its children, and above them what they raised: what is wrong with a form far down
// the page is said where the page opens.
func raising() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		children := templ.GetChildren(ctx)
		ctx = templ.ClearChildren(ctx)
		var top []templ.Component
		below := buffers.Get().(*bytes.Buffer)
		defer buffers.Put(below)
		below.Reset()
		err := children.Render(context.WithValue(ctx, raisedKey{}, &top), below)
		if err != nil {
			return err
		}
		for _, c := range top {
			if err := c.Render(ctx, w); err != nil {
				return err
			}
		}
		_, err = below.WriteTo(w)
		return err
	})
}

// Raise shows a component at the top of its page, or where it stands in what has no page around it.
func Raise(c templ.Component) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		if top, ok := ctx.Value(raisedKey{}).(*[]templ.Component); ok {
			*top = append(*top, c)
			return nil
		}
		return c.Render(ctx, w)
	})
}
