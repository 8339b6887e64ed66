package intakeweb

import (
	"context"
	"regexp"

	"hamrong/internal/web/ui"
)

// checkForms are the sentences of the reader's checks, which it writes in the report's language, with
// the words of ours that say the same in the reader's.
var checkForms = []struct {
	form *regexp.Regexp
	key  string
}{
	{regexp.MustCompile(`^(.+); các mức ghi cơ số khác nhau$`), "totals"},
	{regexp.MustCompile(`^(.+); văn bản không ghi tổng số$`), "no_total"},
	{regexp.MustCompile(`^(.+), cơ số (\d+); có số không ghi đúng$`), "base_about"},
	{regexp.MustCompile(`^(.+), số được đánh giá (\d+); có số không ghi đúng$`), "assessed_about"},
	{regexp.MustCompile(`^(.+), tổng số (\d+); có số không ghi đúng$`), "total_about"},
	{regexp.MustCompile(`^(.+), tổng số (\d+): khớp$`), "total_agrees"},
	{regexp.MustCompile(`^(.+), tổng số (\d+): không khớp$`), "total_differs"},
	{regexp.MustCompile(`^(.+), cơ số (\d+): khớp$`), "base_agrees"},
	{regexp.MustCompile(`^(.+), cơ số (\d+): không khớp$`), "base_differs"},
	{regexp.MustCompile(`^(.+), số được đánh giá (\d+): khớp$`), "assessed_agrees"},
	{regexp.MustCompile(`^(.+), số được đánh giá (\d+): không khớp$`), "assessed_differs"},
	{regexp.MustCompile(`^(.+) = (\S+) %, văn bản ghi (\S+) %: khớp$`), "share_agrees"},
	{regexp.MustCompile(`^(.+) = (\S+) %, văn bản ghi (\S+) %: không khớp$`), "share_differs"},
	{regexp.MustCompile(`^Cộng tỷ lệ: (\S+) %, quá 100 %$`), "shares_over"},
	{regexp.MustCompile(`^Cộng tỷ lệ: (\S+) %: đủ 100 % trong sai số làm tròn$`), "shares_whole"},
	{regexp.MustCompile(`^Cơ số (\d+) lấy theo mức đứng trước, câu này không ghi lại$`), "carried"},
	{regexp.MustCompile(`^Số lượng và tỷ lệ không cùng một cơ số$`), "no_base"},
	{regexp.MustCompile(`^Cơ số suy ra từ số lượng và tỷ lệ: (\d+)$`), "inferred"},
	{regexp.MustCompile(`^Số lượng và tỷ lệ cùng một cơ số, từ (\d+) đến (\d+)$`), "between"},
	{regexp.MustCompile(`^Số (\d+) lớn hơn cơ số (\d+)$`), "above_base"},
	{regexp.MustCompile(`^Cùng một mức ghi hai số: (\d+) và (\d+)$`), "twice"},
	{regexp.MustCompile(`^Chỉ tiêu của mức cao hơn \((\S+) %\) vượt chỉ tiêu bao trùm nó \((\S+) %\)$`), "aim_over"},
	{regexp.MustCompile(`^(\S+) % \+ (\S+) % quá 100 %: mức thấp hơn hẳn tính cả mức cao hơn$`), "aims_whole"},
}

// checkText says a check in the language of the page; one of a form that is not known here stays
// as the reader wrote it.
func checkText(ctx context.Context, text string) string {
	for _, c := range checkForms {
		if m := c.form.FindStringSubmatch(text); m != nil {
			args := make([]any, 0, 3)
			for _, part := range m[1:] {
				args = append(args, part)
			}
			return ui.T(ctx, "intake.check."+c.key, args...)
		}
	}
	return text
}
