package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/alecthomas/kong"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"hamrong/internal/extract"
	"hamrong/internal/fault"
	"hamrong/internal/report"
	"hamrong/internal/web/ui"
)

// run runs a command line with a standard input in the language of lang.
func run(lang, stdin string, args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	code = Run(context.Background(), append([]string{"hamrong"}, args...), Env{
		Stdin: strings.NewReader(stdin), Stdout: &o, Stderr: &e,
		Getenv: func(name string) string { return map[string]string{"LANG": lang}[name] },
	})
	return code, o.String(), e.String()
}

func TestLanguage_followsTheFirstVariableThatIsSet(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want ui.Lang
	}{
		{map[string]string{}, ui.English},
		{map[string]string{"LANG": "vi_VN.UTF-8"}, ui.Vietnamese},
		{map[string]string{"LANG": "vi_VN", "LC_ALL": "C"}, ui.English},
		{map[string]string{"LANG": "en_GB", "LC_MESSAGES": "vi"}, ui.Vietnamese},
		{map[string]string{"LANG": "de_DE"}, ui.English},
	} {
		if got := language(func(n string) string { return c.env[n] }); got != c.want {
			t.Errorf("%v: got %s, want %s", c.env, got, c.want)
		}
	}
}

func TestLocale_hasBothLanguagesAndHelpForEveryCommandFlagAndArgument(t *testing.T) {
	if err := ui.CheckLocale(Locale); err != nil {
		t.Error(err)
	}
	if err := ui.CheckLocale(extract.Locale); err != nil {
		t.Error(err)
	}
	words, err := ui.NewCatalogue(extract.Locale, Locale)
	if err != nil {
		t.Fatal(err)
	}
	parser, err := newParser()
	if err != nil {
		t.Fatal(err)
	}
	err = kong.Visit(parser.Model.Node, func(n kong.Visitable, next kong.Next) error {
		if node, ok := n.(*kong.Node); ok {
			var keys []string
			for _, p := range node.Positional {
				keys = append(keys, helpKey(node)+"."+p.Name)
			}
			for _, f := range node.Flags {
				if f.Name != "help" {
					keys = append(keys, helpKey(node)+"."+f.Name)
				}
			}
			for _, key := range append(keys, helpKey(node)) {
				if !words.Has(key) {
					t.Errorf("no words for %s", key)
				}
			}
		}
		return next(nil)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestRun_answersWrongUsageWithASentenceAnd2(t *testing.T) {
	for _, c := range []struct {
		args []string
		vi   string
	}{
		{[]string{"fly"}, "hamrong: Không có lệnh hay đối số “fly”. Xem hamrong --help.\n"},
		{[]string{"read"}, "hamrong: Còn thiếu đối số file. Xem hamrong read --help.\n"},
		{[]string{"read", "--size=3", "a.txt"}, "hamrong: Không có tùy chọn --size. Xem hamrong read --help.\n"},
		{[]string{"read", "a.txt", "b.txt"}, "hamrong: Không có lệnh hay đối số “b.txt”. Xem hamrong read --help.\n"},
		{[]string{"read", "a.txt", "--format=pdf"}, `hamrong: --format chỉ nhận "table","json","html", không nhận "pdf". Xem hamrong read --help.` + "\n"},
	} {
		code, out, errs := run("vi_VN.UTF-8", "", c.args...)
		if code != exitUsage || out != "" || errs != c.vi {
			t.Errorf("%q: got %d, %q, %q, want %q", c.args, code, out, errs, c.vi)
		}
		if _, _, errs := run("C", "", c.args...); errs == c.vi || !strings.HasPrefix(errs, "hamrong: ") {
			t.Errorf("%q: in English got %q", c.args, errs)
		}
	}
	if code, out, errs := run("C", ""); code != exitUsage || out != "" || !strings.Contains(errs, "\n  read ") {
		t.Errorf("without arguments: got %d, %q, %q", code, out, errs)
	}
}

func TestRun_helpsWhereItIsAsked(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"read", "-h"}, {"read", "--help", "a.txt", "--format=x"}, {"help"}, {"help", "read"}} {
		code, out, errs := run("vi", "", args...)
		if code != exitDone || errs != "" || !strings.HasPrefix(out, "Cách dùng: hamrong ") || strings.Contains(out, "[cli.") {
			t.Errorf("%q: got %d, %q, %q", args, code, out, errs)
		}
	}
}

func TestRun_versionNamesTheProgram(t *testing.T) {
	if code, out, _ := run("C", "", "version"); code != exitDone || !strings.HasPrefix(out, "hamrong ") {
		t.Errorf("got %d, %q", code, out)
	}
}

func TestFail_writesTheSentenceOfTheRefusalAndOfEachField(t *testing.T) {
	var errs bytes.Buffer
	s := &session{Context: context.Background(), Env: Env{Stderr: &errs}}
	err := fmt.Errorf("while opening: %w", named{"a.docx", fault.InvalidField("year", "ui.field.required")})
	if code := s.fail(err); code != exitFailed || !strings.Contains(errs.String(), "a.docx: ") || !strings.Contains(errs.String(), "\nyear: ") {
		t.Errorf("got %d, %q", code, errs.String())
	}
}

func TestRead_failsWhenTheOutputCannotBeWritten(t *testing.T) {
	for _, format := range []string{"table", "json", "html"} {
		var errs bytes.Buffer
		code := Run(context.Background(), []string{"hamrong", "read", "-", "--format=" + format}, Env{
			Stdin: strings.NewReader("a"), Stdout: full{}, Stderr: &errs, Getenv: func(string) string { return "" },
		})
		if code != exitFailed || !strings.Contains(errs.String(), "disk full") {
			t.Errorf("%s: got %d, %q", format, code, errs.String())
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestSpool_readsWhatCameThroughAPipe(t *testing.T) {
	want := strings.Repeat("chi bộ ", 400_000)
	src, err := spooled(iotest.HalfReader(strings.NewReader(want)), "-")
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(io.NewSectionReader(src, 0, src.size))
	if err != nil || string(got) != want {
		t.Errorf("got %d bytes and %v, want %d", len(got), err, len(want))
	}
	if _, err := spooled(iotest.ErrReader(io.ErrClosedPipe), "-"); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("got %v, want the pipe's error", err)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

func TestSpool_stopsAtTheLimitOfAFile(t *testing.T) {
	if _, err := spooled(endless{}, "-"); fault.KindOf(err) != fault.TooLarge {
		t.Errorf("got %v", err)
	}
}

func twin(t *testing.T) string {
	t.Helper()
	raw, err := os.ReadFile("../report/testdata/twin.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestWriteFacts_saysTheSameAsTheFactsThemselves(t *testing.T) {
	for _, text := range []string{"", twin(t)} {
		facts := report.Read(text)
		facts.ID, facts.File = "a", "a.txt"
		var got bytes.Buffer
		w := bufio.NewWriter(&got)
		if err := writeFacts(w, facts); err != nil {
			t.Fatal(err)
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		want, err := json.Marshal(facts)
		if err != nil {
			t.Fatal(err)
		}
		var a, b any
		if err := errors.Join(json.Unmarshal(got.Bytes(), &a), json.Unmarshal(want, &b)); err != nil {
			t.Fatalf("%v in %s", err, got.String())
		}
		if diff := cmp.Diff(b, a); diff != "" {
			t.Error(diff)
		}
	}
}

func TestRead_pageLinksEveryMarkToItsPlace(t *testing.T) {
	code, out, errs := run("vi", twin(t), "read", "-", "--format=html")
	if code != exitDone || errs != "" {
		t.Fatalf("got %d, %q", code, errs)
	}
	if strings.Contains(out, "<script") || strings.Contains(out, "style=") || strings.Contains(out, "[cli.") {
		t.Error("the page has a script, an inline style or a missing word")
	}
	doc, err := html.Parse(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	ids, links := map[string]int{}, []string{}
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "id" {
				ids[a.Val]++
			}
			if a.Key == "href" {
				links = append(links, strings.TrimPrefix(a.Val, "#"))
			}
		}
	}
	for id, n := range ids {
		if n != 1 {
			t.Errorf("id %s stands %d times", id, n)
		}
	}
	for _, l := range links {
		if ids[l] == 0 {
			t.Errorf("link to #%s leads nowhere", l)
		}
	}
	if len(links) < 40 {
		t.Errorf("only %d links", len(links))
	}
}

func TestPrintable_keepsWhatATerminalWouldObeyAway(t *testing.T) {
	if got := printable(" a\x1b[2J\nb\u202e c\u00a0% "); got != "a[2J b c\u00a0%" {
		t.Errorf("got %q", got)
	}
}
