package report

// keySet is a set of sections of marks.txt: one wording may be good for several things.
type keySet uint32

const (
	isPart keySet = 1 << iota
	isLink
	isShare
	isEquals
	isNumberOf
	isOwner
	isNone
	isChange
	isBase
	isRespectively
	isAward
	isDeed
	isBarrier
)

var keyBits = map[string]keySet{
	"part": isPart, "link": isLink, "share": isShare, "equals": isEquals, "number-of": isNumberOf,
	"of-owner": isOwner, "none": isNone, "change": isChange, "base": isBase, "respectively": isRespectively,
	"award": isAward, "deed": isDeed, "barrier": isBarrier,
}

// sectionsOf gives the bits of sections of class c.
func (l *lexicon) sectionsOf(c class, keys ...string) keySet {
	var b keySet
	for _, k := range keys {
		b |= l.bitOf(c, k)
	}
	return b
}

// bitOf gives the bit of a section of the file of class c; marks have names of their own.
func (l *lexicon) bitOf(c class, key string) keySet {
	if c == markClass {
		return keyBits[key]
	}
	if l.sections[c] == nil {
		l.sections[c] = map[string]keySet{}
	}
	b, ok := l.sections[c][key]
	if !ok {
		b = 1 << len(l.sections[c])
		l.sections[c][key] = b
	}
	return b
}
