package yearweb_test

import (
	"context"
	"testing"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/figure"
	"hamrong/internal/ledger"
	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/title"
	"hamrong/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

// story is a department whose report of 2015 is entered, with its targets for 2016.
type story struct {
	db   *store.DB
	unit int64
	ctx  context.Context // a clerk
	tsvm int64           // record of the target "trên 50 % chi bộ"
	good int64           // record of the target "90 % đảng viên"
}

func n(v int64) *int64 { return &v }

func tell(t *testing.T, db *store.DB) story {
	t.Helper()
	s := story{db: db, unit: testkit.Root(t, db)}
	s.ctx = testkit.Signed(t, db, access.Clerk, s.unit)
	office := org.New(db, directory.New(db))
	for _, u := range []struct {
		name string
		line org.Line
		kind org.Kind
	}{{"Cơ quan Sở Cầu Đá", org.Administration, org.CoQuan}, {"Công đoàn Sở", org.Union, org.CongDoan}, {"Đoàn thanh niên Sở", org.Youth, org.DoanThanhNien}} {
		if _, err := office.FoundLinked(s.ctx, s.unit, org.Founding{Naming: org.Naming{Name: u.name, Kind: u.kind, Level: org.Base}, Line: u.line, Act: org.Act{On: "1991-01-01"}}); err != nil {
			t.Fatal(err)
		}
	}
	s.write(t, func(tx *store.Tx, entry int64) error {
		for _, f := range []figure.New{
			fig("Chi bộ", "Trong sạch, vững mạnh tiêu biểu", 2, 18), fig("Chi bộ", "Trong sạch, vững mạnh", 7, 18), fig("Chi bộ", "Hoàn thành tốt nhiệm vụ", 9, 18),
			fig("đồng chí đảng viên", "hoàn thành xuất sắc nhiệm vụ", 36, 0), fig("đồng chí đảng viên", "hoàn thành tốt nhiệm vụ", 128, 0), fig("đồng chí đảng viên", "hoàn thành nhiệm vụ", 4, 0),
		} {
			if _, _, err := figure.Enter(tx, entry, f); err != nil {
				return err
			}
		}
		return s.aims(tx, entry)
	})
	return s
}

func fig(subject, category string, count, total int64) figure.New {
	f := figure.New{Place: figure.Place{Period: "2015"}, Subject: subject, Category: category, Value: figure.Value{Count: n(count)}}
	if total > 0 {
		f.OfTotal = n(total)
	}
	return f
}

func (s *story) aims(tx *store.Tx, entry int64) error {
	for _, c := range []target.Content{
		{Subject: "cá nhân", Measure: "đạt danh hiệu “Lao động tiên tiến”", Comparator: target.Above, Low: 8000, Unit: target.Percent},
		{Subject: "cá nhân", Measure: "đạt danh hiệu chiến sĩ thi đua cơ sở", Comparator: target.Range, Low: 1000, High: 1500, Unit: target.Percent},
		{Subject: "chi bộ", Measure: "đạt trong sạch vững mạnh", Comparator: target.Above, Low: 5000, Unit: target.Percent, OrHigher: true},
		{Subject: "đảng viên", Measure: "hoàn thành tốt nhiệm vụ", Comparator: target.AtLeast, Low: 9000, Unit: target.Percent, OrHigher: true},
		{Subject: "đảng viên", Measure: "hoàn thành xuất sắc nhiệm vụ", Comparator: target.Range, Low: 1500, High: 2000, Unit: target.Percent},
		{Subject: "đảng viên mới", Measure: "xét, đề nghị kết nạp", Comparator: target.AtLeast, Low: 500, Unit: target.Count},
	} {
		c.Period = "2016"
		record, _, err := target.Enter(tx, entry, target.New{Content: c})
		if err != nil {
			return err
		}
		switch c.Measure {
		case "đạt trong sạch vững mạnh":
			s.tsvm = record
		case "hoàn thành tốt nhiệm vụ":
			s.good = record
		}
	}
	for _, c := range []title.Content{
		{Period: "2015", Wording: "Trong sạch, vững mạnh tiêu biểu", Status: title.Attained, AwardedBy: "Đảng bộ Khối các cơ quan tỉnh"},
		{Period: "2016", Wording: "trong sạch vững mạnh", Status: title.Aimed},
	} {
		if _, _, err := title.Enter(tx, entry, title.New{Content: c}); err != nil {
			return err
		}
	}
	return nil
}

// write runs fn under an entry of the clerk.
func (s *story) write(t *testing.T, fn func(tx *store.Tx, entry int64) error) {
	t.Helper()
	p, err := directory.New(s.db).Permit(s.ctx, access.Ask{Right: access.Record, Unit: s.unit, Action: "test.enter"})
	if err != nil {
		t.Fatal(err)
	}
	err = s.db.Write(s.ctx, p, func(tx *store.Tx) error {
		entry, err := ledger.Begin(tx, ledger.New{Kind: ledger.ByHand, Paper: "Báo cáo tổng kết"})
		if err != nil {
			return err
		}
		return fn(tx, entry)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// result enters a figure of chi bộ, TSVM, for 2016.
func (s *story) result(t *testing.T, v figure.Value) {
	t.Helper()
	s.write(t, func(tx *store.Tx, entry int64) error {
		_, _, err := figure.Enter(tx, entry, figure.New{Place: figure.Place{Period: period.Year(2016), Population: "chi_bo", Level: "TSVM", OrHigher: true}, Value: v})
		return err
	})
}

func targetService(db *store.DB) *target.Service { return target.NewService(db, directory.New(db)) }
