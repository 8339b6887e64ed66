// Package archive opens ZIP files that come from strangers: DOCX, XLSX and their like.
//
// Nothing is unpacked before it is asked for, and what is asked for is unpacked as a
// stream under a limit. The list of contents is read under a limit too, so that
// opening a file costs a few megabytes at most, whatever the file says of itself.
package archive

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Limits of an archive. A report of a thousand pages with its pictures stays far below each.
const (
	MaxDirectory = 1 << 20 // bytes of the list of contents: about ten thousand parts
	MaxUnpacked  = 1 << 30 // bytes of all parts together, as the archive declares them
	maxRatio     = 400     // times that a part may grow; repeated text reaches 200
	ratioFrom    = 16 << 20
)

// What can be wrong with an archive.
var (
	ErrDamaged   = errors.New("archive: cut off or damaged")
	ErrBomb      = errors.New("archive: unpacks to more than its limit")
	ErrEncrypted = errors.New("archive: part is encrypted")
	ErrNoPart    = errors.New("archive: no such part")
)

// Archive is an opened ZIP file.
type Archive struct{ zip *zip.Reader }

// Open reads the list of contents of the size bytes of r.
// It gives ErrDamaged or ErrBomb, wrapped, or an error of r itself.
func Open(r io.ReaderAt, size int64) (*Archive, error) {
	b := &budget{r: r, left: MaxDirectory}
	z, err := zip.NewReader(b, size)
	switch {
	case errors.Is(err, ErrBomb):
		return nil, fmt.Errorf("list of contents: %w", err)
	case b.failed != nil:
		return nil, b.failed
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	b.lifted = true
	if err := declared(z.File); err != nil {
		return nil, err
	}
	return &Archive{zip: z}, nil
}

// declared refuses an archive that says itself that it unpacks to too much.
func declared(files []*zip.File) error {
	var sum uint64
	for _, f := range files {
		n := f.UncompressedSize64
		if n > MaxUnpacked {
			return fmt.Errorf("part %q: %w", f.Name, ErrBomb)
		}
		if sum += n; sum > MaxUnpacked {
			return fmt.Errorf("all parts: %w", ErrBomb)
		}
		if n > 4*ratioFrom && n/maxRatio > f.CompressedSize64 {
			return fmt.Errorf("part %q: %w", f.Name, ErrBomb)
		}
	}
	return nil
}

// Has reports whether the archive has the part; case does not count, as in Word.
func (a *Archive) Has(name string) bool { return a.find(name) != nil }

// HasUnder reports whether a part's name begins with prefix.
func (a *Archive) HasUnder(prefix string) bool {
	for _, f := range a.zip.File {
		if len(f.Name) >= len(prefix) && strings.EqualFold(f.Name[:len(prefix)], prefix) {
			return true
		}
	}
	return false
}

// Part opens a part to be read as a stream of at most limit bytes. Reading gives
// ErrBomb when there is more, or when it grows beyond reason, and ErrDamaged when
// the packed data is broken or cut off.
func (a *Archive) Part(name string, limit int64) (io.ReadCloser, error) {
	f := a.find(name)
	if f == nil {
		return nil, fmt.Errorf("%w: %q", ErrNoPart, name)
	}
	if f.Flags&1 != 0 {
		return nil, fmt.Errorf("%w: %q", ErrEncrypted, name)
	}
	if f.UncompressedSize64 > uint64(limit) {
		return nil, fmt.Errorf("part %q: %w", name, ErrBomb)
	}
	rc, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return &part{rc: rc, packed: int64(f.CompressedSize64), limit: limit}, nil
}

func (a *Archive) find(name string) *zip.File {
	for _, f := range a.zip.File {
		if strings.EqualFold(f.Name, name) {
			return f
		}
	}
	return nil
}

// part counts what comes out of one part.
type part struct {
	rc            io.ReadCloser
	n             int64
	packed, limit int64
}

func (p *part) Read(buf []byte) (int, error) {
	n, err := p.rc.Read(buf)
	p.n += int64(n)
	if errors.Is(err, zip.ErrFormat) && p.n > ratioFrom { // more than it declared
		return 0, ErrBomb
	}
	if p.n > p.limit || p.n > ratioFrom && p.n/maxRatio > p.packed {
		return 0, ErrBomb
	}
	if err != nil && err != io.EOF {
		return n, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return n, err
}

func (p *part) Close() error { return p.rc.Close() }

// budget lets so many bytes be read until it is lifted.
type budget struct {
	r      io.ReaderAt
	left   int64
	lifted bool
	failed error // the first error of r that is not the end of the file
}

func (b *budget) ReadAt(p []byte, off int64) (int, error) {
	n, err := b.r.ReadAt(p, off)
	if b.lifted {
		return n, err
	}
	if b.left -= int64(n); b.left < 0 {
		return 0, ErrBomb
	}
	if err != nil && err != io.EOF {
		b.failed = err
	}
	return n, err
}
