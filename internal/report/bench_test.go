package report

import (
	"os"
	"runtime"
	"strings"
	"testing"
)

func twin(b testing.TB) string {
	text, err := os.ReadFile("testdata/twin.txt")
	if err != nil {
		b.Fatal(err)
	}
	return string(text)
}

// BenchmarkRead reads one report of four thousand letters.
func BenchmarkRead(b *testing.B) {
	text := twin(b)
	Read(text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Read(text)
	}
}

// BenchmarkRead_tenMegabytes reads many reports in one text, and the same without line ends.
func BenchmarkRead_tenMegabytes(b *testing.B) {
	one := twin(b)
	text := strings.Repeat(one+"\n", 10<<20/len(one))
	for name, text := range map[string]string{"lines": text, "one line": strings.ReplaceAll(text, "\n", "; ")} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			for b.Loop() {
				Read(text)
			}
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(after.Sys-before.Sys)/(1<<20), "MB-from-system")
		})
	}
}
