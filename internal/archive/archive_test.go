package archive_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"testing"

	"hamrong/internal/archive"
)

func pack(t *testing.T, parts map[string][]byte) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for name, data := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func open(data []byte) (*archive.Archive, error) {
	return archive.Open(bytes.NewReader(data), int64(len(data)))
}

func TestPart_readsWhatWasPackedWhateverTheCaseOfItsName(t *testing.T) {
	a, err := open(pack(t, map[string][]byte{"word/document.xml": []byte("chi bộ")}))
	if err != nil {
		t.Fatal(err)
	}
	r, err := a.Part("Word/Document.xml", 100)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(r)
	if err != nil || string(got) != "chi bộ" {
		t.Fatalf("got %q, %v", got, err)
	}
	if !a.Has("word/DOCUMENT.xml") || a.Has("word") || !a.HasUnder("Word/") || a.HasUnder("xl/") {
		t.Error("Has or HasUnder is wrong")
	}
}

func TestPart_refuses(t *testing.T) {
	good := pack(t, map[string][]byte{"a": bytes.Repeat([]byte("x"), 1000)})
	locked := bytes.Clone(good)
	locked[bytes.Index(locked, []byte("PK\x01\x02"))+8] |= 1
	grown := bytes.Clone(good) // declares 10 bytes, unpacks to 1000
	binary.LittleEndian.PutUint32(grown[bytes.Index(grown, []byte("PK\x01\x02"))+24:], 10)
	broken := bytes.Clone(good)
	copy(broken[31:], "\xff\xff\xff\xff")

	for _, c := range []struct {
		name, part string
		data       []byte
		limit      int64
		want       error
	}{
		{"a part that is not there", "b", good, 2000, archive.ErrNoPart},
		{"a part over the limit", "a", good, 999, archive.ErrBomb},
		{"an encrypted part", "a", locked, 2000, archive.ErrEncrypted},
		{"more than declared", "a", grown, 2000, archive.ErrDamaged},
		{"broken data", "a", broken, 2000, archive.ErrDamaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := open(c.data)
			if err != nil {
				t.Fatal(err)
			}
			r, err := a.Part(c.part, c.limit)
			if err == nil {
				_, err = io.ReadAll(r)
			}
			if !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

func TestPart_stopsWhenItGrowsBeyondReason(t *testing.T) {
	a, err := open(pack(t, map[string][]byte{"a": make([]byte, 40<<20)}))
	if err != nil {
		t.Fatal(err)
	}
	r, err := a.Part("a", 1<<30)
	if err != nil {
		t.Fatal(err)
	}
	n, err := io.Copy(io.Discard, r)
	if !errors.Is(err, archive.ErrBomb) || n > 17<<20 {
		t.Errorf("got %d bytes and %v, want ErrBomb after 16 MB", n, err)
	}
}

func TestOpen_refuses(t *testing.T) {
	good := pack(t, map[string][]byte{"a": []byte("chi bộ")})
	huge := bytes.Clone(good)
	binary.LittleEndian.PutUint32(huge[bytes.Index(huge, []byte("PK\x01\x02"))+24:], 2<<30-1)
	many := map[string][]byte{}
	for i := range 30_000 {
		many[fmt.Sprint(i)] = nil
	}
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, archive.ErrDamaged},
		{"a cut-off archive", good[:len(good)-30], archive.ErrDamaged},
		{"a part declared over 1 GB", huge, archive.ErrBomb},
		{"too many parts", pack(t, many), archive.ErrBomb},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := open(c.data); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

type failing struct{}

func (failing) ReadAt([]byte, int64) (int, error) { return 0, errDisk }

var errDisk = errors.New("disk")

func TestOpen_givesTheReadersOwnError(t *testing.T) {
	if _, err := archive.Open(failing{}, 1000); !errors.Is(err, errDisk) || errors.Is(err, archive.ErrDamaged) {
		t.Errorf("got %v, want the disk's error alone", err)
	}
}
