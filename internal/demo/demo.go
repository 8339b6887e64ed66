// Package demo fills an empty database with an invented province, bloc and
// department: its report of one closed year already entered, a second report
// lying ready, a year under way. Everybody and every place in it is made up.
package demo

import (
	"bytes"
	"context"
	_ "embed" // the two reports
	"fmt"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/account"
	"hamrong/internal/document"
	"hamrong/internal/extract"
	"hamrong/internal/intake"
	"hamrong/internal/org"
	"hamrong/internal/period"
	"hamrong/internal/report"
	"hamrong/internal/store"
	"hamrong/internal/target"
	"hamrong/internal/year"
)

// Year is the closed year that the first report tells of.
const Year = 2015

//go:embed report2015.docx
var first []byte

// Second is the report of the year after, for the person to drop in.
//
//go:embed report2016.docx
var Second []byte

// SecondName is the file name under which the second report lies ready.
const SecondName = "bao-cao-tong-ket-2016.docx"

// Person is one account of the demo with its one-time link's secret.
type Person struct {
	Role   access.Role
	Name   string
	Unit   string
	Secret string
}

// Demo is what was built.
type Demo struct {
	People     []Person
	Province   int64
	Department int64
}

// builder holds the services while the demo is built.
type builder struct {
	db       *store.DB
	door     *directory.Directory
	accounts *account.Service
	org      *org.Service
	demo     Demo
	bloc     int64
}

// Build fills the database, which must be empty.
func Build(ctx context.Context, db *store.DB) (Demo, error) {
	door := directory.New(db)
	b := &builder{db: db, door: door, accounts: account.New(db, door), org: org.New(db, door)}
	ctx, err := b.setUp(ctx)
	if err != nil {
		return Demo{}, fmt.Errorf("demo: set up: %w", err)
	}
	for _, step := range []struct {
		name string
		do   func(context.Context) error
	}{{"units", b.units}, {"report", b.report}, {"targets", b.adopt}, {"years", b.years}, {"people", b.people}} {
		if err := step.do(ctx); err != nil {
			return Demo{}, fmt.Errorf("demo: %s: %w", step.name, err)
		}
	}
	return b.demo, nil
}

// setUp makes the first account by the same set-up link that a first start prints.
func (b *builder) setUp(ctx context.Context) (context.Context, error) {
	secret, err := b.accounts.SetUpLink(ctx)
	if err != nil {
		return ctx, err
	}
	admin, err := b.accounts.SetUp(ctx, secret, account.First{Name: "Hoàng Văn Tĩnh", Login: "quantri", Password: secret, Locale: "vi"}, func(t *store.Tx) (int64, error) {
		id, err := org.FoundRoot(t, org.Founding{Naming: org.Naming{Name: "Đảng bộ tỉnh Lam Giang", Kind: org.DangBo, Level: org.Province}, Line: org.Party})
		b.demo.Province = id
		return id, err
	})
	if err != nil {
		return ctx, err
	}
	ctx = access.WithCaller(ctx, access.Caller{Account: admin.ID})
	link, err := b.accounts.NewLink(ctx, admin.ID)
	b.demo.People = append(b.demo.People, Person{Role: access.Administrator, Name: admin.Name, Unit: "Đảng bộ tỉnh Lam Giang", Secret: link})
	return ctx, err
}

// report reads and enters the closed year's report, as a clerk does.
func (b *builder) report(ctx context.Context) error {
	got, err := extract.Text(bytes.NewReader(first), int64(len(first)), "bao-cao-tong-ket-2015.docx")
	if err != nil {
		return err
	}
	docs, in := document.New(b.db, b.door), intake.New(b.db, b.door)
	id, _, err := docs.Keep(ctx, document.Document{Unit: b.demo.Department, Name: "bao-cao-tong-ket-2015.docx", Kind: string(got.Kind),
		Text: got.Text, Facts: report.Read(got.Text), Pictures: got.Pictures})
	if err != nil {
		return err
	}
	sheet, err := in.Sheet(ctx, id)
	if err != nil {
		return err
	}
	placing := intake.Placing{"": b.demo.Department}
	for _, n := range sheet.Names() {
		if n.Name == "" {
			continue
		}
		found, err := b.org.Match(ctx, n.Name, b.demo.Department)
		if err != nil {
			return err
		}
		if len(found) > 0 {
			placing[n.Key] = found[0].Unit.ID
		}
	}
	out, err := in.Enter(ctx, id, intake.Wish{Rest: true, Placing: placing})
	if err == nil && len(out.Refused) > 0 {
		err = fmt.Errorf("%s: %w", out.Refused[0].Mark, out.Refused[0].Err)
	}
	return err
}

// adopt has the committee adopt the department's targets for the year under way.
func (b *builder) adopt(ctx context.Context) error {
	p, err := b.door.Permit(ctx, access.Ask{Right: access.See, Unit: b.demo.Department, Action: "target.list"})
	if err != nil {
		return err
	}
	var records []int64
	err = b.db.Read(ctx, p, func(t *store.Tx) error {
		list, err := target.Of(t, b.demo.Department, period.Year(Year+1))
		for _, g := range list {
			records = append(records, g.Record)
		}
		return err
	})
	if err != nil {
		return err
	}
	targets := target.NewService(b.db, b.door)
	return targets.Adopt(ctx, b.demo.Department, records, target.Decision{Number: "02-NQ/ĐU", Date: "2016-01-15"})
}

// years decides and closes the year that the report tells of.
func (b *builder) years(ctx context.Context) error {
	years := year.New(b.db, b.door)
	err := years.Decide(ctx, b.demo.Department, Year, year.Deciding{Body: "Đảng ủy Khối các cơ quan tỉnh", Number: "21-QĐ/ĐUK", On: "2016-01-08"})
	if err != nil {
		return err
	}
	return years.Close(ctx, b.demo.Department, Year)
}

// people makes one account of each further role.
func (b *builder) people(ctx context.Context) error {
	for _, p := range []struct {
		Person
		login string
		unit  int64
	}{
		{Person{Role: access.Clerk, Name: "Lê Thị Thanh Nga", Unit: department}, "thanhnga", b.demo.Department},
		{Person{Role: access.Committee, Name: "Trịnh Quốc Hưởng", Unit: department}, "quochuong", b.demo.Department},
		{Person{Role: access.Reader, Name: "Mai Xuân Thỉnh", Unit: bloc}, "xuanthinh", b.bloc},
	} {
		_, secret, err := b.accounts.Invite(ctx, account.Invitation{Login: p.login, Name: p.Name, Grant: account.Grant{Role: p.Role, Unit: p.unit}})
		if err != nil {
			return err
		}
		p.Secret = secret
		b.demo.People = append(b.demo.People, p.Person)
	}
	return nil
}
