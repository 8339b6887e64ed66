package ui

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"
)

//go:embed static
var staticFiles embed.FS

// asset is one finished file: its bytes, its type, its address with the hash of its content.
type asset struct {
	href string
	mime string
	body []byte
	gzip []byte // nil where it would not be smaller
}

// assets are all files under their plain names ("app.css") and under their addresses.
type assets struct {
	byName map[string]*asset
	byHref map[string]*asset
}

// built is made once; a broken embedded file shows in the tests, not at a user's.
var built = sync.OnceValue(buildAssets)

func buildAssets() assets {
	a := assets{byName: map[string]*asset{}, byHref: map[string]*asset{}}
	sheets := []string{}
	for _, name := range fileNames() {
		switch {
		case strings.HasPrefix(name, "css/"):
			sheets = append(sheets, name)
		case mimeOf(name) != "":
			a.add(name, readStatic(name))
		}
	}
	slices.Sort(sheets)
	var css bytes.Buffer
	for _, name := range sheets {
		css.Write(readStatic(name))
		css.WriteByte('\n')
	}
	sheet := css.String()
	for name, file := range a.byName {
		sheet = strings.ReplaceAll(sheet, "url("+name+")", "url("+file.href+")")
	}
	a.add("app.css", []byte(sheet))
	return a
}

func fileNames() []string {
	var names []string
	err := fs.WalkDir(staticFiles, "static", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, strings.TrimPrefix(p, "static/"))
		}
		return err
	})
	if err != nil {
		return nil // embedded files cannot fail to be walked; TestStatic_servesEveryFile would tell
	}
	return names
}

func readStatic(name string) []byte {
	body, err := staticFiles.ReadFile("static/" + name)
	if err != nil {
		return nil // as above: the name comes from the embedded tree itself
	}
	return body
}

func (a assets) add(name string, body []byte) {
	sum := sha256.Sum256(body)
	ext := path.Ext(name)
	stem := strings.TrimSuffix(path.Base(name), ext)
	f := &asset{mime: mimeOf(name), body: body}
	f.href = "/static/" + stem + "-" + hex.EncodeToString(sum[:6]) + ext
	if ext != ".woff2" {
		f.gzip = squeeze(body)
	}
	a.byName[name], a.byHref[f.href] = f, f
}

func squeeze(body []byte) []byte {
	var buf bytes.Buffer
	z, err := gzip.NewWriterLevel(&buf, gzip.BestCompression)
	if err != nil {
		return nil
	}
	if _, err := z.Write(body); err != nil || z.Close() != nil || buf.Len() >= len(body) {
		return nil
	}
	return buf.Bytes()
}

// mimeOf gives the content type of what is served; notes and licences are embedded, not served.
func mimeOf(name string) string {
	switch path.Ext(name) {
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".woff2":
		return "font/woff2"
	case ".svg":
		return "image/svg+xml"
	}
	return ""
}

// Asset gives the address of an embedded file ("app.css", "app.js", "fonts/latin-400.woff2"),
// "" for one that does not exist.
func Asset(name string) string {
	if f := built().byName[name]; f != nil {
		return f.href
	}
	return ""
}

// Static serves /static/…: every file under an address that holds the hash of its content, so
// that a browser may keep it for a year.
func Static() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		f := built().byHref[r.URL.Path]
		if f == nil {
			http.NotFound(w, r)
			return
		}
		h := w.Header()
		h.Set("Content-Type", f.mime)
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
		body := f.body
		if f.gzip != nil {
			h.Add("Vary", "Accept-Encoding")
			if acceptsGzip(r) {
				h.Set("Content-Encoding", "gzip")
				body = f.gzip
			}
		}
		writeBody(w, r, http.StatusOK, body)
	})
}
