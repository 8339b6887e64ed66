package main

// steps is the year in order. Every capability of the program adds to it.
var steps = []struct {
	name string
	do   func(*run) error
}{
	{"the program builds and starts on an empty data directory", func(r *run) error {
		if err := r.build(); err != nil {
			return err
		}
		return r.startProgram(true)
	}},
}
