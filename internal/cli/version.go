package cli

import (
	"fmt"
	"runtime/debug"
)

// versionCmd says which version runs.
type versionCmd struct{}

// Run writes the version and, where the build knows it, the commit.
func (versionCmd) Run(s *session) error {
	version, commit := "(devel)", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.Main.Version
		for _, set := range info.Settings {
			if set.Key == "vcs.revision" {
				commit = " " + set.Value
			}
		}
	}
	_, err := fmt.Fprintf(s.Stdout, "hamrong %s%s\n", version, commit)
	return err
}
