package report

// OffsetUnit says what the offsets of a Span count.
const OffsetUnit = "Unicode code points, end exclusive; newlines counted as 1"

// Span is a piece of the text as read: code points from Start up to, not including, End.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Facts is all that was found in one text. ID and File are set by the caller.
type Facts struct {
	ID             string           `json:"id,omitempty"`
	File           string           `json:"file,omitempty"`
	OffsetUnit     string           `json:"offset_unit"`
	Chars          int              `json:"chars"` // length of the text in code points
	Classification []Classification `json:"classification"`
	Targets        []Target         `json:"targets"`
	Titles         []Title          `json:"titles"`
	Resolution     Resolutions      `json:"resolution"`
	People         []Person         `json:"people"`
	Organisations  []Organisation   `json:"organisations"`
	Documents      []Document       `json:"documents"`
	Events         []Event          `json:"events"`
	Presented      []Presented      `json:"presented"`
	Obligations    []Obligation     `json:"obligations"`
	Captions       []Caption        `json:"captions"`
	Publisher      *Publisher       `json:"publisher"`
	Checks         []Check          `json:"checks"`
	Unread         []Span           `json:"unread"` // figures of the genre that became no fact, the first 2000 looked at

	totals []total // for the checks
}

// Count counts the facts of all lists.
func (f *Facts) Count() int {
	return len(f.Classification) + len(f.Targets) + len(f.Titles) + len(f.Resolution.Resolutions) + len(f.People) + len(f.Organisations) +
		len(f.Documents) + len(f.Events) + len(f.Presented) + len(f.Obligations) + len(f.Captions)
}

// Resolutions holds the resolutions that the text tells of (nghị quyết).
type Resolutions struct {
	Resolutions []Resolution `json:"resolutions"`
}

// Classification is one figure of the yearly assessment (kết quả đánh giá, xếp loại).
type Classification struct {
	Subject        string   `json:"subject"`         // as written; "" when the text never writes it
	SubjectKind    Kind     `json:"subject_kind"`    //
	Category       string   `json:"category"`        // the level as written
	CategoryNorm   Level    `json:"category_norm"`   //
	CumulativeUp   bool     `json:"cumulative_up"`   // "trở lên" stands on the level
	Count          *int     `json:"count"`           // null when only a percent is written
	OfTotal        *int     `json:"of_total"`        // the base, where written
	Percent        *float64 `json:"percent"`         // where written
	PercentWritten *string  `json:"percent_written"` // the number as written, without its sign
	PercentBase    string   `json:"percent_base,omitempty"`
	Qualifier      string   `json:"qualifier"` // "=", "nearly" (gần), "over" (trên, hơn)
	Year           Year     `json:"year"`
	Scope          *string  `json:"scope"`            // which organisation
	Within         string   `json:"within,omitempty"` // parent level of a "trong đó" part
	Negated        bool     `json:"negated,omitempty"`
	Ambiguity      string   `json:"ambiguity,omitempty"`
	RepeatOf       *int     `json:"repeat_of,omitempty"` // place of the first statement in this list
	Source         Span     `json:"source"`
	Context        []Span   `json:"context,omitempty"`

	place stretch
}

// Target is a figure to be reached (chỉ tiêu, mục tiêu phấn đấu).
type Target struct {
	Subject    string     `json:"subject"`
	Measure    string     `json:"measure"`
	Comparator Comparator `json:"comparator"`
	Values     []float64  `json:"values"` // one number, or the two ends of a range
	Unit       string     `json:"unit"`   // "%", "count", "per mille"
	OfTotal    *int       `json:"of_total,omitempty"`
	Period     Period     `json:"period"`
	Scope      *string    `json:"scope"`
	OrHigher   bool       `json:"or_higher"`
	Frequency  string     `json:"frequency,omitempty"` // "yearly" where hằng năm governs it
	Within     string     `json:"within,omitempty"`
	Level      Level      `json:"level,omitempty"` // the level that the target is on, if it is on one
	Negated    bool       `json:"negated,omitempty"`
	Ambiguity  string     `json:"ambiguity,omitempty"`
	RepeatOf   *int       `json:"repeat_of,omitempty"`
	Source     Span       `json:"source"`
	Context    []Span     `json:"context,omitempty"`
}

// Title is a title of one organisation or of named collectives (danh hiệu).
type Title struct {
	Organisation string  `json:"organisation"`
	Title        string  `json:"title"`
	Year         Year    `json:"year"`
	Status       Status  `json:"status"`
	AwardedBy    *string `json:"awarded_by"`
	RepeatOf     *int    `json:"repeat_of,omitempty"`
	Source       Span    `json:"source"`
	Context      []Span  `json:"context,omitempty"`
}

// Resolution is a resolution that was presented, or a plenum whose results were told.
type Resolution struct {
	Name     string      `json:"name"`
	Congress *string     `json:"congress"` // number of the congress as written, "XVIII"
	Term     *string     `json:"term,omitempty"`
	Plenum   string      `json:"plenum,omitempty"`
	Kind     string      `json:"kind,omitempty"` // said of a plenum without a resolution
	Number   string      `json:"number,omitempty"`
	Source   Span        `json:"source"`
	Counts   []PartCount `json:"counts"`
	Motto    *Motto      `json:"motto,omitempty"`
	Goals    []Goal      `json:"goals"`
}

// PartCount is how many parts of a kind a resolution has ("28 chỉ tiêu").
type PartCount struct {
	What   string `json:"what"`
	Count  int    `json:"count"`
	Source Span   `json:"source"`
}

// Motto is what the text calls phương châm or khẩu hiệu.
type Motto struct {
	Text   string `json:"text"`
	Source Span   `json:"source"`
}

// Goal is an aim with the year that it is set for (mục tiêu đến năm ...).
type Goal struct {
	Year   int    `json:"year"`
	Text   string `json:"text"`
	Source Span   `json:"source"`
}

// Person is a person of the report with the positions given (chức vụ).
type Person struct {
	Name             string   `json:"name"`
	Positions        []string `json:"positions"`
	PositionsWritten []string `json:"positions_written,omitempty"` // where spellings differ
	Role             string   `json:"role"`
	Source           []Span   `json:"source"`
}

// Presented is what a person did at a conference.
type Presented struct {
	Who    string  `json:"who"`
	Act    Act     `json:"act"`
	What   *string `json:"what"`
	Event  *string `json:"event"`
	Source Span    `json:"source"`
}

// Obligation is what participants must do afterwards.
type Obligation struct {
	Who    string  `json:"who"`
	What   string  `json:"what"`
	SetBy  *string `json:"set_by"`
	Source Span    `json:"source"`
}

// Caption is the caption of a picture (chú thích ảnh).
type Caption struct {
	Text   string `json:"text"`
	Source Span   `json:"source"`
}

// Organisation is a named organisation with its level in words.
type Organisation struct {
	Name   string `json:"name"`
	Level  string `json:"level"`
	Source Span   `json:"source"`
}

// Document is a document with a number (số, ký hiệu) that the text cites.
type Document struct {
	Number string  `json:"number"`
	Kind   string  `json:"kind"` // Nghị quyết, Chỉ thị, ... as written; "" where not named
	Date   *string `json:"date"` // as written
	Source Span    `json:"source"`
}

// Event is a conference or congress (hội nghị, đại hội).
type Event struct {
	Name        string  `json:"name"`
	DateWritten *string `json:"date_written"`
	Place       *string `json:"place"`
	Year        Year    `json:"year,omitempty"`
	RepeatOf    *int    `json:"repeat_of,omitempty"`
	Source      Span    `json:"source"`
}

// Publisher is the unit that signs the text.
type Publisher struct {
	Name   string `json:"name"`
	Source Span   `json:"source"`
}

// Check is what the reader worked out from the facts; never a figure that was read.
type Check struct {
	Kind  CheckKind `json:"kind"`
	Holds *bool     `json:"holds"` // null where it cannot be decided
	Facts []Ref     `json:"facts"`
	Text  string    `json:"text"` // in Vietnamese, for the page
}

// Ref points at a fact: its list and its place there.
type Ref struct {
	List  string `json:"list"`
	Place int    `json:"place"`
}
