package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// organisation is what the rehearsal makes up from its seed, and what it expects.
type organisation struct {
	rng      *rand.Rand
	province string
	top      string // the province's Đảng bộ, the root
	parent   string // the bloc's Đảng bộ
	name     string // the department's Đảng bộ
	sister   string // another department's
	office   string // the department
	union    string // the department's trade union
	branches []string
	clerk    string
	head     string     // secretary of the committee
	guest    string     // who informs the conference
	parts    parts      // of the resolution that was studied
	results  yearResult // of the closed year
	next     yearResult // of the year after
	targets  targets
}

// yearResult is how a year ended: units and members by level.
type yearResult struct {
	year    int
	note    string // of the file's name
	brief   bool   // a paper that gives the first level of the units alone
	units   [3]int // TSVM tiêu biểu, TSVM, HTTNV before 2018; HTXSNV, HTTNV, HTNV since
	members [3]int // HTXSNV, HTTNV, HTNV
}

// heard is a share that a report tells and that belongs to no register.
func (o organisation) heard() string {
	return fmt.Sprintf("9%d,%d", o.parts.targets%10, o.parts.solutions%10)
}

// parts are how many parts the resolution is said to have.
type parts struct{ programmes, breakthroughs, targets, solutions int }

// targets are the percentages that the report sets for the next year.
type targets struct {
	units   int // "trên N % chi bộ"
	good    int // "N % đảng viên trở lên hoàn thành tốt"
	from    int // "từ A - B % hoàn thành xuất sắc"
	to      int
	admit   int // "kết nạp từ N đảng viên mới trở lên"
	diligen int // "trên N % cá nhân đạt Lao động tiên tiến"
}

var (
	surnames = []string{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh"}
	middles  = []string{"Văn", "Thị", "Đức", "Minh", "Thu", "Quốc", "Hữu", "Ngọc", "Xuân", "Thanh"}
	givens   = []string{"Hùng", "Lan", "Đạt", "Hương", "Ưng", "Ánh", "Phượng", "Khải", "Yến", "Thuỷ", "Quý", "Nghĩa", "Tuệ", "Ý"}
	places   = []string{"Lam Giang", "Hoài Sơn", "Đông Phú", "Trường Hà", "An Khê Đông", "Bình Lãng"}
	fields   = []string{"Xây dựng", "Công Thương", "Y tế", "Nội vụ", "Tài chính", "Văn hóa và Thể thao", "Khoa học và Công nghệ"}
	rooms    = []string{"Văn phòng", "Thanh tra", "Tổ chức cán bộ", "Kế hoạch - Tài chính", "Chính sách", "Quản lý dự án", "Pháp chế", "Trung tâm Thông tin", "Trung tâm Kỹ thuật", "Chi cục Giám định", "Chi cục Quản lý chất lượng", "Hành chính - Quản trị"}
)

// invent makes the organisation of a size. The same size makes the same one.
func invent(s size) organisation {
	rng := rand.New(rand.NewPCG(s.seed, uint64(s.branches)<<32|uint64(s.members)))
	o := organisation{rng: rng, province: pick(rng, places), clerk: name(rng)}
	field := pick(rng, fields)
	o.head, o.guest = name(rng), name(rng)
	o.parts = parts{2 + rng.IntN(6), 2 + rng.IntN(3), 12 + rng.IntN(20), 3 + rng.IntN(5)}
	o.top = "Đảng bộ tỉnh " + o.province
	o.union = "Công đoàn Sở " + field
	for o.sister == "" || o.sister == "Đảng bộ Sở "+field {
		o.sister = "Đảng bộ Sở " + pick(rng, fields)
	}
	o.office = "Sở " + field
	o.name = "Đảng bộ Sở " + field
	o.parent = "Đảng bộ Khối các cơ quan tỉnh " + o.province
	for i := range s.branches {
		b := "Chi bộ " + rooms[i%len(rooms)]
		if i >= len(rooms) {
			b += fmt.Sprintf(" %d", i/len(rooms)+1)
		}
		o.branches = append(o.branches, b)
	}
	o.results = spread(rng, s.year, s.branches, s.members)
	o.next = spread(rng, s.year+1, s.branches, s.members)
	o.targets = targets{units: 10 * (3 + rng.IntN(6)), good: 80 + 5*rng.IntN(4), from: 10 + rng.IntN(5), to: 16 + rng.IntN(6), admit: 1 + rng.IntN(7), diligen: 60 + 5*rng.IntN(7)}
	return o
}

// spread divides units and members over the levels; each sum is the whole.
func spread(rng *rand.Rand, year, branches, members int) yearResult {
	r := yearResult{year: year}
	r.units[0] = rng.IntN(branches/5 + 1)
	r.units[1] = rng.IntN(branches - r.units[0] + 1)
	r.units[2] = branches - r.units[0] - r.units[1]
	r.members[0] = rng.IntN(members/5 + 1)
	r.members[2] = rng.IntN(members/20 + 1)
	r.members[1] = members - r.members[0] - r.members[2]
	return r
}

func pick(rng *rand.Rand, list []string) string { return list[rng.IntN(len(list))] }

func name(rng *rand.Rand) string {
	return pick(rng, surnames) + " " + pick(rng, middles) + " " + pick(rng, givens)
}

// sum adds up.
func sum(list [3]int) int { return list[0] + list[1] + list[2] }

// dotted writes 1234 as 1.234.
func dotted(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return s
}

// share writes n of d as a percentage with one decimal, "21,4 %".
func share(n, d int) string {
	tenths := (2*1000*n + d) / (2 * d)
	return strings.Replace(fmt.Sprintf("%d,%d %%", tenths/10, tenths%10), "\u00a0", " ", 1)
}
