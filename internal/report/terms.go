package report

import (
	"encoding/json"
	"fmt"
	"strconv"
)

// Kind says what a classification counts.
type Kind string

// Kinds of subject: Party organisations, persons, collectives and offices, tasks.
const (
	Organisations Kind = "organisations" // chi bộ, đảng bộ, tổ chức cơ sở đảng
	Members       Kind = "members"       // đảng viên, đồng chí, cán bộ
	Units         Kind = "units"         // tập thể, phòng, đơn vị
	Tasks         Kind = "tasks"         // nhiệm vụ, chỉ tiêu
)

// Level is a level of the yearly assessment in its short form.
type Level string

// Levels (mức xếp loại) and what stands beside them in the same run.
const (
	HTXSNV      Level = "HTXSNV"       // hoàn thành xuất sắc nhiệm vụ
	HTTNV       Level = "HTTNV"        // hoàn thành tốt nhiệm vụ
	HTNV        Level = "HTNV"         // hoàn thành nhiệm vụ
	KHTNV       Level = "KHTNV"        // không hoàn thành nhiệm vụ
	TSVM        Level = "TSVM"         // trong sạch, vững mạnh
	TSVMTB      Level = "TSVM_TB"      // trong sạch, vững mạnh tiêu biểu
	YK          Level = "YK"           // yếu kém
	Combined    Level = "COMBINED"     // two levels in one figure
	Exempt      Level = "EXEMPT"       // miễn đánh giá
	NotAssessed Level = "NOT_ASSESSED" // chưa, không đánh giá
	Coverage    Level = "COVERAGE"     // how many were assessed
	VMTD        Level = "VMTD"         // vững mạnh toàn diện
)

// Comparator is how a target compares.
type Comparator string

// Comparators of targets.
const (
	Equal   Comparator = "="
	Above   Comparator = ">"  // trên, hơn
	AtLeast Comparator = ">=" // trở lên, "từ N"
	Below   Comparator = "<"  // dưới
	AtMost  Comparator = "<=" // không quá
	Range   Comparator = "range"
	RangeUp Comparator = "range_up" // a range and "trở lên"
)

// Status of a title.
type Status string

// States of a title.
const (
	Attained     Status = "attained"
	Aimed        Status = "target"
	Proposed     Status = "proposed"
	SelfAssessed Status = "self-assessed"
)

// Act is what a person did at a conference.
type Act string

// Acts at a conference.
const (
	Opened     Act = "opened"    // khai mạc
	Informed   Act = "informed"  // thông tin nhanh
	PresentedA Act = "presented" // giới thiệu, quán triệt, trình bày
	Concluded  Act = "concluded" // kết luận, bế mạc
)

// CheckKind is what a check compares.
type CheckKind string

// Kinds of check.
const (
	CheckSum           CheckKind = "sum"           // parts against the whole
	CheckPercent       CheckKind = "percent"       // a written percent against its count
	CheckBase          CheckKind = "base"          // a base carried over or worked out
	CheckContradiction CheckKind = "contradiction" // two statements that exclude each other
	CheckTarget        CheckKind = "target"        // targets among themselves
)

// Period is the year ("2016") or term ("2015-2020") as the text gives it; "" is unknown.
type Period string

// term reports whether the period is one of several years.
func (p Period) term() bool { return len(p) == 9 }

// MarshalJSON writes the unknown period as null.
func (p Period) MarshalJSON() ([]byte, error) {
	if p == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(p))
}

// UnmarshalJSON reads a string, a number or null.
func (p *Period) UnmarshalJSON(b []byte) error {
	s, err := periodText(b)
	*p = Period(s)
	return err
}

// Year is as Period, but a single year is written as a number.
type Year string

// MarshalJSON writes a year as a number, a term as a string, the unknown as null.
func (y Year) MarshalJSON() ([]byte, error) {
	if len(y) == 4 {
		if n, err := strconv.Atoi(string(y)); err == nil {
			return strconv.AppendInt(nil, int64(n), 10), nil
		}
	}
	return Period(y).MarshalJSON()
}

// UnmarshalJSON reads a number, a string or null.
func (y *Year) UnmarshalJSON(b []byte) error {
	s, err := periodText(b)
	*y = Year(s)
	return err
}

func periodText(b []byte) (string, error) {
	var v any
	if err := json.Unmarshal(b, &v); err != nil {
		return "", fmt.Errorf("period: %w", err)
	}
	switch v := v.(type) {
	case nil:
		return "", nil
	case string:
		return v, nil
	case float64:
		return strconv.Itoa(int(v)), nil
	}
	return "", fmt.Errorf("period: %s is neither year nor term", b)
}
