package report

type people struct{}
type organisations struct{}

func (r *reader) events(s *sentence)          {}
func (r *reader) organisationsIn(s *sentence) {}
func (r *reader) documents(s *sentence)       {}
func (r *reader) titles(s *sentence)          {}
func (r *reader) resolutions(s *sentence)     {}
func (r *reader) persons(s *sentence)         {}
func (r *reader) obligations(s *sentence)     {}
func (r *reader) caption(s *sentence)         {}
func (r *reader) publisher()                  {}
func (r *reader) peopleDone()                 {}
func (r *reader) repeats()                    {}
func (r *reader) checks()                     {}
