// Package route is what a page package hands to the table of contents
// (internal/web/routes.go): its patterns, who may ask, and the handlers.
//
//	func Routes(d Deps) []route.Route {
//		h := handler{d}
//		return []route.Route{
//			{Pattern: "GET /units/{id}", Right: access.See, Handle: h.show},
//			{Pattern: "POST /units/{id}/rename", Right: access.Structure, Handle: h.rename},
//			{Pattern: "POST /units/{id}/documents", Right: access.Record, Handle: h.upload, MaxBody: route.Upload, Rate: route.UploadRate},
//		}
//	}
package route

import (
	"net/http"

	"hamrong/internal/access"
)

// Route is one line of the table of contents.
type Route struct {
	// Pattern is a method and path as net/http's ServeMux reads them.
	Pattern string
	// Right is what an account must hold over the unit that the address names.
	// The zero value asks for a signed-in account and nothing more; Anyone for
	// nobody in particular. The server sends those who are not signed in to the
	// sign-in page; the right itself is judged by the door, in the service. A
	// test walks the table and demands that the two agree.
	Right access.Right
	// Handle answers. An error that it returns becomes the error page, and
	// nothing may have been written then.
	Handle func(w http.ResponseWriter, r *http.Request) error
	// MaxBody bounds the request's body in bytes; 0 means Form.
	MaxBody int64
	// Rate bounds how often one address or account may ask; "" means no bound.
	Rate Rate
}

// Anyone is the right of pages that need no account: sign-in, one-time links, public pages.
const Anyone = access.Gate

// Bounds of a request's body.
const (
	Form   int64 = 2 << 20        // typed forms and pasted lists
	Upload int64 = 64<<20 + 1<<20 // a file of at most 64 MB and the form around it
)

// MaxFile is the largest file that is taken in, in bytes.
const MaxFile int64 = 64 << 20

// Rate names a bound on how often somebody may ask.
type Rate string

// The bounds; the server knows their numbers.
const (
	SecretRate Rate = "secret" // tries of passwords and one-time links, by address and by account
	UploadRate Rate = "upload" // files, by account
)
