package report

// eachSpan tells every place that the facts name, list by list.
func (f *Facts) eachSpan(tell func(...Span)) {
	for _, x := range f.Classification {
		tell(x.Source)
		tell(x.Context...)
	}
	for _, x := range f.Targets {
		tell(x.Source)
		tell(x.Context...)
	}
	for _, x := range f.Titles {
		tell(x.Source)
		tell(x.Context...)
	}
	for _, x := range f.Resolution.Resolutions {
		x.eachSpan(tell)
	}
	for _, x := range f.People {
		tell(x.Source...)
	}
	for _, x := range f.Organisations {
		tell(x.Source)
	}
	for _, x := range f.Documents {
		tell(x.Source)
	}
	for _, x := range f.Events {
		tell(x.Source)
	}
	for _, x := range f.Presented {
		tell(x.Source)
	}
	for _, x := range f.Obligations {
		tell(x.Source)
	}
	for _, x := range f.Captions {
		tell(x.Source)
	}
	if f.Publisher != nil {
		tell(f.Publisher.Source)
	}
}

func (x *Resolution) eachSpan(tell func(...Span)) {
	tell(x.Source)
	if x.Motto != nil {
		tell(x.Motto.Source)
	}
	for _, c := range x.Counts {
		tell(c.Source)
	}
	for _, g := range x.Goals {
		tell(g.Source)
	}
}
