package browser

import (
	"testing"

	"hamrong/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }
