package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"hamrong/internal/extract"
	"hamrong/internal/fault"
)

// source is a file to be read, or what comes in through a pipe.
type source struct {
	io.ReaderAt
	size  int64
	name  string // without its folder; "-" for the standard input
	close func() error
}

// open opens the named file, or the standard input for "-". Nothing of a file is read yet.
func (s *session) open(path string) (*source, error) {
	if path == "-" {
		return s.stdin()
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, unopened(path, err)
	}
	src, err := fileSource(f, filepath.Base(path))
	if err != nil {
		return nil, errors.Join(named{path, err}, f.Close())
	}
	src.close = f.Close
	return src, nil
}

func (s *session) stdin() (*source, error) {
	var src *source
	var err error
	if f, ok := s.Stdin.(*os.File); ok {
		src, err = fileSource(f, "-")
	} else {
		src, err = spooled(s.Stdin, "-")
	}
	if err != nil {
		return nil, named{"-", err}
	}
	src.close = func() error { return nil }
	return src, nil
}

// fileSource reads a regular file in place, anything else to its end or to the limit.
func fileSource(f *os.File, name string) (*source, error) {
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, fmt.Errorf("look at file: %w", err)
	case info.IsDir():
		return nil, fault.New(fault.Unreadable, "cli.read.folder")
	case !info.Mode().IsRegular():
		return spooled(f, name)
	}
	at, err := f.Seek(0, io.SeekCurrent)
	if err != nil {
		return nil, fmt.Errorf("find place in file: %w", err)
	}
	size := info.Size() - at
	return &source{ReaderAt: io.NewSectionReader(f, at, size), size: size, name: name}, nil
}

func unopened(path string, err error) error {
	key := "cli.read.unopened"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		key = "cli.read.no_file"
	case errors.Is(err, fs.ErrPermission):
		key = "cli.read.no_permission"
	}
	return named{path, fault.Wrap(err, fault.Unreadable, key)}
}

// spool holds what came through a pipe in pieces, so that it never has to be moved.
type spool struct{ pieces [][]byte }

const pieceSize = 1 << 20

// spooled reads r to its end, and refuses it as soon as it is over the limit of a file.
func spooled(r io.Reader, name string) (*source, error) {
	s := &spool{}
	size := int64(0)
	for size <= extract.MaxFile {
		piece := make([]byte, pieceSize)
		n, err := io.ReadFull(r, piece)
		size += int64(n)
		s.pieces = append(s.pieces, piece[:n])
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			return &source{ReaderAt: s, size: size, name: name}, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read input: %w", err)
		}
	}
	return nil, extract.TooLarge()
}

// ReadAt makes a spool readable like a file.
func (s *spool) ReadAt(p []byte, off int64) (int, error) {
	n := 0
	for n < len(p) {
		i, at := int((off+int64(n))/pieceSize), int((off+int64(n))%pieceSize)
		if i >= len(s.pieces) || at >= len(s.pieces[i]) {
			return n, io.EOF
		}
		n += copy(p[n:], s.pieces[i][at:])
	}
	return n, nil
}
