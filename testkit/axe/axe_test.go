package axe

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
)

func TestScript_isTheFileThatWasVendored(t *testing.T) {
	sum := sha256.Sum256([]byte(Script))
	if !strings.Contains(Sums, hex.EncodeToString(sum[:])+"  axe.min.js") {
		t.Error("axe.min.js differs from SHA256SUMS")
	}
}
