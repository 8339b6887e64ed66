package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

var yearSteps = []step{
	{"the year page can be read aloud: how many of how many", readAloud},
	{"the year page's tables show each level, its share and the sum", yearTables},
	{"every figure of the tables opens to the sentence it was read from, in three clicks at most", openFigures},
	{"next year's targets stand beside the baseline with their distance", baselines},
	{"a target opens to its sentence", openTarget},
	{"“tính cả mức cao hơn” can be switched, and the page counts again", switchHigher},
	{"titles aimed at stand on the year page, opened to their sentence", aimedTitles},
	{"what is missing is said and nothing is made up for branches that the report does not name", missingSaid},
}

func readAloud(r *run) error {
	pg, err := r.yearPage(r.home(), r.year)
	if err != nil {
		return err
	}
	y := r.org.results
	units, members := levelNames(r.year)
	if r.year < 2018 {
		units[1] = "đạt " + units[1]
	}
	says := []string{fmt.Sprintf("Có %s/%s chi bộ %s trở lên", dotted(y.goodUnits()), dotted(r.branches), units[1])}
	if everyLevel(y.members) {
		says = append(says, fmt.Sprintf("%s/%s đảng viên %s trở lên", dotted(y.goodMembers()), dotted(r.members), members[1]))
	}
	return pg.says(says...)
}

func yearTables(r *run) error {
	pg, err := r.yearPage(r.home(), r.year)
	if err != nil {
		return err
	}
	units, members := levelNames(r.year)
	y := r.org.results
	list, err := pg.table("Xếp loại", "chi bộ")
	if err == nil {
		err = checkTable(list, units, y.units, "suy ra")
	}
	if err != nil {
		return fmt.Errorf("branches: %w", err)
	}
	if list, err = pg.table("Xếp loại", "đảng viên"); err == nil {
		err = checkTable(list, members, y.members, "")
	}
	if err != nil {
		return fmt.Errorf("members: %w", err)
	}
	return nil
}

// checkTable compares a table with the levels' counts: zero is the mark of a level without anybody:
// "suy ra" where a report leaves it out while its total is known, "bc" where 0 was typed; "" where
// it must stay "–".
func checkTable(list []row, names [3]string, counts [3]int, zero string) error {
	total, whole := sum(counts), "100,0 %"
	if zero == "" && !everyLevel(counts) {
		whole = "–" // a level without a word and no total: nobody knows of how many
	}
	for i, n := range counts {
		l, err := line(list, names[i])
		if err != nil {
			return err
		}
		want, part := dotted(n)+" bc", share(n, total)
		if n == 0 {
			want, part = "–", "–"
			if zero != "" && !strings.HasSuffix(names[i], "tiêu biểu") { // which a paper may leave unsaid
				want, part = "0 "+zero, "0,0 %"
			}
		}
		if whole == "–" {
			part = "–"
		}
		if got := spaced(l.cells[0]); got != want || l.cells[1] != part {
			return fmt.Errorf("%s: %q %q, want %q %q", l.head, got, l.cells[1], want, part)
		}
	}
	l, err := line(list, "Cộng")
	if err != nil {
		return err
	}
	if whole != "–" && (l.cells[0] != dotted(total) || l.cells[1] != whole) {
		return fmt.Errorf("the sum line says %q", l.cells)
	}
	if proof := sumProof(counts, zero == "bc"); whole != "–" && strings.Contains(proof, "+") && !strings.Contains(strings.Join(l.cells, " "), proof) {
		return fmt.Errorf("the sum line %q does not add up %q", l.cells, proof)
	}
	return nil
}

// spaced parts a number from its mark: "2bc" is "2 bc".
func spaced(s string) string {
	for _, mark := range []string{"bc", "suy ra"} {
		if n, ok := strings.CutSuffix(s, mark); ok {
			return strings.TrimSpace(n) + " " + mark
		}
	}
	return s
}

func openFigures(r *run) error {
	pg, err := r.yearPage(r.home(), r.year)
	if err != nil {
		return err
	}
	units, members := levelNames(r.year)
	for _, t := range []struct {
		caption, words string
		names          [3]string
		counts         [3]int
	}{{"chi bộ", "%s/" + dotted(r.branches) + " chi bộ %s", units, r.org.results.units}, {"đảng viên", "%s đồng chí đảng viên %s", members, r.org.results.members}} {
		list, err := pg.table("Xếp loại", t.caption)
		if err != nil {
			return err
		}
		for i, n := range t.counts {
			if n == 0 {
				continue
			}
			l, err := line(list, t.names[i])
			if err != nil {
				return err
			}
			if err := openFigure(pg, l, fmt.Sprintf(t.words, dotted(n), t.names[i])); err != nil {
				return err
			}
		}
		for _, address := range links(list[len(list)-1].node, "/units/") {
			worked, err := r.clerk().open(address)
			if err != nil {
				return err
			}
			if err := worked.says("Cách tính"); err != nil {
				return err
			}
		}
	}
	return nil
}

// openFigure clicks from a table's line to the figure, and from there to its sentence.
func openFigure(pg *page, l row, sentence string) error {
	figure, err := pg.openIn(l.node, "/figures/")
	if err != nil {
		return err
	}
	if err := figure.says(sentence); err != nil {
		return err
	}
	text, err := figure.follow("/documents/")
	if err != nil {
		return err
	}
	if got := text.marked(); !strings.Contains(got, sentence) {
		return fmt.Errorf("%s points at %q, not at %q", text.url, got, sentence)
	}
	return nil
}

// aim is a target of the report with what must stand beside it.
type aim struct {
	head, goal string
	standing   string // "" where the years' levels are of different kinds
	distance   string
}

// aims works out how the baseline stands to each target of the report.
func (r *run) aims(y yearResult) []aim {
	t := r.org.targets
	units, members := sum(y.units), sum(y.members)
	list := []aim{{head: "Chi bộ " + r.unitGoal(), goal: fmt.Sprintf("trên %d %%", t.units)}}
	if (r.year < 2018) == (r.year+1 < 2018) {
		least := above(t.units, units)
		list[0].standing, list[0].distance = standing(y.goodUnits(), least), distance(y.goodUnits(), least, "chi bộ")
	}
	if y.members[0] > 0 {
		good := atLeast(t.good, members)
		g := aim{"Đảng viên hoàn thành tốt nhiệm vụ", fmt.Sprintf("từ %d %% trở lên", t.good), standing(y.goodMembers(), good), distance(y.goodMembers(), good, "đảng viên")}
		if !everyLevel(y.members) {
			g.standing, g.distance = "Chưa kết luận được", ""
		}
		list = append(list, g)
		a := aim{head: "Đảng viên hoàn thành xuất sắc nhiệm vụ", goal: fmt.Sprintf("từ %d đến %d %%", t.from, t.to)}
		switch least, most := within(t.from, t.to, members); {
		case !everyLevel(y.members):
			a.standing = "Chưa kết luận được"
		case least > most:
			a.distance = "không số nguyên nào nằm trong khung"
		case y.members[0] < least:
			a.standing, a.distance = "Chưa tới", distance(y.members[0], least, "đảng viên")
		case y.members[0] > most:
			a.standing, a.distance = "Vượt khung", fmt.Sprintf("vượt %s đảng viên", dotted(y.members[0]-most))
		default:
			a.standing, a.distance = "Trong khung", fmt.Sprintf("trong khung, còn %s đảng viên đến mức trên", dotted(most-y.members[0]))
		}
		list = append(list, a)
	}
	return append(list, aim{"Cá nhân", fmt.Sprintf("trên %d %%", t.diligen), "Chưa có số liệu", ""})
}

func standing(n, least int) string {
	if n < least {
		return "Chưa tới"
	}
	return "Đang ở trên"
}

func baselines(r *run) error {
	pg, err := r.yearPage(r.home(), r.year)
	if err != nil {
		return err
	}
	list, err := pg.table("chỉ tiêu bằng số")
	if err != nil {
		return err
	}
	if _, err := line(list, "Đảng viên mới kết nạp"); err == nil {
		return errors.New("a target that was left out stands on the year page")
	}
	for _, a := range r.aims(r.org.results) {
		l, err := line(list, a.head)
		if err != nil {
			return err
		}
		all := strings.Join(l.cells, " | ")
		for _, want := range []string{a.goal, a.standing, a.distance} {
			if !strings.Contains(all, want) {
				return fmt.Errorf("%s: %q, want %q (results %v, targets %+v)", l.head, all, want, r.org.results, r.org.targets)
			}
		}
		for _, no := range []string{"Đạt", "Chưa đạt"} {
			for _, c := range l.cells {
				if c == no {
					return fmt.Errorf("%s: a verdict %q without a result of its year", l.head, no)
				}
			}
		}
	}
	return pg.says(fmt.Sprintf("Kết quả %d: chưa có", r.year+1))
}

// targetPage opens a target of the year after from the year page.
func (r *run) targetPage(head string) (*page, error) {
	pg, err := r.yearPage(r.home(), r.year)
	if err != nil {
		return nil, err
	}
	list, err := pg.table("chỉ tiêu bằng số")
	if err != nil {
		return nil, err
	}
	l, err := line(list, head)
	if err != nil {
		return nil, err
	}
	return pg.openIn(l.node, "/targets/")
}

func openTarget(r *run) error {
	pg, err := r.targetPage("Chi bộ " + r.unitGoal())
	if err != nil {
		return err
	}
	sentence := fmt.Sprintf("trên %d%% chi bộ %s", r.org.targets.units, r.unitGoal())
	if err := pg.says(sentence, strconv.Itoa(r.year+1)); err != nil {
		return err
	}
	text, err := pg.follow("/documents/")
	if err != nil {
		return err
	}
	if !strings.Contains(text.marked(), sentence) {
		return fmt.Errorf("%s points at %q", text.url, text.marked())
	}
	return nil
}

func switchHigher(r *run) error {
	for _, higher := range []bool{false, true} {
		pg, err := r.targetPage("Chi bộ " + r.unitGoal())
		if err != nil {
			return err
		}
		value := []string{}
		word, n := "không tính mức cao hơn", r.org.results.units[1]
		if higher {
			value, word, n = []string{"1"}, "tính cả mức cao hơn", r.org.results.goodUnits()
		}
		pg, err = pg.send("/higher", map[string]any{"higher": value})
		if err := done(pg, err, word); err != nil {
			return err
		}
		if (r.year < 2018) != (r.year+1 < 2018) {
			continue
		}
		least := above(r.org.targets.units, r.branches)
		if pg, err = r.yearPage(r.home(), r.year); err != nil {
			return err
		}
		list, err := pg.table("chỉ tiêu bằng số")
		if err != nil {
			return err
		}
		l, err := line(list, "Chi bộ "+r.unitGoal())
		if err != nil {
			return err
		}
		if all := strings.Join(l.cells, " | "); !containsAll(all, []string{standing(n, least), distance(n, least, "chi bộ")}) {
			return fmt.Errorf("%s (%s): %q, want %d against %d", l.head, word, all, n, least)
		}
	}
	return nil
}

func aimedTitles(r *run) error {
	pg, err := r.yearPage(r.home(), r.year+1)
	if err != nil {
		return err
	}
	list, err := pg.table("Danh hiệu")
	if err != nil {
		return err
	}
	l, err := line(list, r.org.union)
	if err != nil {
		return err
	}
	if all := strings.Join(l.cells, " "); !strings.Contains(all, "Công đoàn cơ sở vững mạnh") {
		return fmt.Errorf("%s: %q", l.head, all)
	}
	title, err := pg.openIn(l.node, "/titles/")
	if err != nil {
		return err
	}
	return title.says("phấn đấu", "“Công đoàn cơ sở vững mạnh”")
}

func missingSaid(r *run) error {
	pg, err := r.yearPage(r.home(), r.year)
	if err != nil {
		return err
	}
	if err := pg.says("Độ đầy đủ", "Cần xem"); err != nil && !strings.Contains(pg.text, "Chờ tôi") {
		return err
	}
	list, err := pg.table("theo đơn vị cấp dưới")
	if err != nil {
		return err
	}
	l, err := line(list, "1. "+r.org.branches[0])
	if err != nil {
		return err
	}
	if strings.Contains(strings.ToLower(strings.Join(l.cells, " ")), "hoàn thành") {
		return fmt.Errorf("a branch that the report does not name has a result: %q", l.cells)
	}
	if pg, err = r.yearPage(r.unit[r.org.branches[0]], r.year); err != nil {
		return err
	}
	return pg.says(fmt.Sprintf("Năm %d chưa có", r.year))
}
