package account_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"hamrong/internal/access"
	"hamrong/internal/access/directory"
	"hamrong/internal/account"
	"hamrong/internal/fault"
	"hamrong/internal/store"
	"hamrong/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

func service(db *store.DB) *account.Service { return account.New(db, directory.New(db)) }

func as(id int64) context.Context {
	return access.WithCaller(context.Background(), access.Caller{Account: id})
}

func caller(ctx context.Context) int64 { return access.From(ctx).Account }

const password = "sông núi nước Nam"

func TestSetUp_allOrNothingAndOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *store.DB) {
		s, ctx := service(db), context.Background()
		first := account.First{Name: " Lê  Thị An ", Login: " An.Le", Password: password}
		old, err := s.SetUpLink(ctx)
		if err != nil {
			t.Fatal(err)
		}
		secret, err := s.SetUpLink(ctx)
		if err != nil {
			t.Fatal(err)
		}
		unit := testkit.Root(t, db) // founding is another package's matter
		found := func(*store.Tx) (int64, error) { return unit, nil }
		for what, c := range map[string]struct {
			secret string
			first  account.First
			found  func(*store.Tx) (int64, error)
			kind   fault.Kind
		}{
			"an earlier link":    {old, first, found, fault.Gone},
			"a made-up link":     {"AAAA", first, found, fault.Gone},
			"a short password":   {secret, account.First{Name: "A", Login: "an", Password: "ngắn"}, found, fault.Invalid},
			"a founding refused": {secret, first, func(*store.Tx) (int64, error) { return 0, fault.InvalidField("unit_name", "x") }, fault.Invalid},
		} {
			if _, err := s.SetUp(ctx, c.secret, c.first, c.found); fault.KindOf(err) != c.kind {
				t.Errorf("%s: %v, want %s", what, err, c.kind)
			}
			if empty, err := s.Empty(ctx); err != nil || !empty {
				t.Fatalf("%s left an account", what)
			}
		}
		a, err := s.SetUp(ctx, secret, first, found)
		if err != nil {
			t.Fatal(err)
		}
		if a.Name != "Lê Thị An" || a.Login != "an.le" || len(a.Grants) != 2 || a.Grants[0].Role != access.Administrator || a.Grants[1].Role != access.Clerk {
			t.Errorf("made %+v", a)
		}
		if _, err := s.SetUp(ctx, secret, first, found); !errors.Is(err, fault.Gone) {
			t.Errorf("the link again: %v", err)
		}
		if _, err := s.SetUpLink(ctx); !errors.Is(err, fault.Conflict) {
			t.Errorf("a link after set-up: %v", err)
		}
		if _, err := s.SignIn(ctx, "AN.LE ", password); err != nil {
			t.Errorf("signing in: %v", err)
		}
	})
}

func TestSignIn_refusesWithoutSayingWhat(t *testing.T) {
	db := testkit.NewDB(t)
	s := service(db)
	admin := testkit.Signed(t, db, access.Administrator, 0)
	id, secret, err := s.Invite(admin, account.Invitation{Login: "binh", Name: "Bình", Grant: account.Grant{Role: access.Reader, Unit: testkit.Root(t, db)}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.SignIn(context.Background(), "binh", ""); err == nil {
		t.Error("an account without a password lets in by an empty one")
	}
	if _, err := s.UseLink(context.Background(), secret); err != nil {
		t.Fatal(err)
	}
	if err := s.ChoosePassword(as(id), password); err != nil {
		t.Fatal(err)
	}
	refusals := map[string]error{}
	for what, c := range map[string][2]string{"wrong password": {"binh", password + "."}, "unknown login": {"khong.co", password}, "empty": {"", ""}} {
		_, err := s.SignIn(context.Background(), c[0], c[1])
		if err == nil {
			t.Fatalf("%s lets in", what)
		}
		refusals[err.Error()] = err
	}
	if len(refusals) != 1 {
		t.Errorf("refusals differ: %v", refusals)
	}
}

func TestSignIn_unknownLoginTakesAsLong(t *testing.T) {
	db := testkit.NewDB(t)
	s := service(db)
	admin := testkit.Signed(t, db, access.Administrator, 0)
	id, _, err := s.Invite(admin, account.Invitation{Login: "binh", Name: "Bình", Grant: account.Grant{Role: access.Reader, Unit: testkit.Root(t, db)}})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.ChoosePassword(as(id), password); err != nil {
		t.Fatal(err)
	}
	fastest := map[string]time.Duration{"binh": time.Hour, "khong.co": time.Hour, "": time.Hour}
	for range 10 { // in turns, so that a busy moment hits all alike
		for login := range fastest {
			start := time.Now()
			if _, err := s.SignIn(context.Background(), login, "not the password"); err == nil {
				t.Fatal("let in")
			}
			fastest[login] = min(fastest[login], time.Since(start))
		}
	}
	for login, took := range fastest {
		if took < fastest["binh"]/4 {
			t.Errorf("the login %q is refused in %v, one that exists in %v", login, took, fastest["binh"])
		}
	}
}

func TestPassword_rules(t *testing.T) {
	db := testkit.NewDB(t)
	s := service(db)
	me := testkit.Signed(t, db, access.Reader, 0)
	for p, ok := range map[string]bool{
		"": false, "ngắn quá thô": true, "mười một k.": false, "aaaaaaaaaaaa": false, "abababababab": false, "123456789012": false,
		"password1234": false, "matkhau12345": false, "nguoi1nguoi1": false, "hamrong123456": false, "qua cầu rồi dừng": true, "Xk9#mQ2$vL7!": true,
	} {
		if err := s.ChoosePassword(me, p); (err == nil) != ok {
			t.Errorf("%q: %v, allowed %v", p, err, ok)
		}
	}
}

func TestChangePassword_endsEarlierSessions(t *testing.T) {
	db := testkit.NewDB(t)
	s := service(db)
	me := testkit.Signed(t, db, access.Reader, 0)
	if err := s.ChoosePassword(me, password); err != nil {
		t.Fatal(err)
	}
	before, err := s.ByID(me, caller(me))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.ChangePassword(me, "something else entirely", "một câu khác hẳn"); !errors.Is(err, fault.Invalid) {
		t.Errorf("with a wrong one before: %v", err)
	}
	if err := s.ChangePassword(me, password, "một câu khác hẳn"); err != nil {
		t.Fatal(err)
	}
	after, err := s.ByID(me, caller(me))
	if err != nil || after.Epoch <= before.Epoch {
		t.Errorf("epoch %d then %d, %v", before.Epoch, after.Epoch, err)
	}
}

func TestChoosePassword_voidsTheLinkThatWaits(t *testing.T) {
	db := testkit.NewDB(t)
	s, unit := service(db), testkit.Root(t, db)
	admin := testkit.Signed(t, db, access.Administrator, unit)
	id, _, err := s.Invite(admin, invitation("binh", unit))
	if err != nil {
		t.Fatal(err)
	}
	waiting, err := s.NewLink(admin, id)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.ChoosePassword(as(id), password); err != nil {
		t.Fatal(err)
	}
	if _, err := s.UseLink(context.Background(), waiting); !errors.Is(err, fault.Gone) {
		t.Errorf("the link after the password was chosen: %v", err)
	}
}

func TestLink_worksOnceBeforeItsExpiry(t *testing.T) {
	now := time.Now()
	db := testkit.NewDBAt(t, func() time.Time { return now })
	s, unit := service(db), testkit.Root(t, db)
	admin := testkit.Signed(t, db, access.Administrator, unit)
	id, first, err := s.Invite(admin, account.Invitation{Login: "binh", Name: "Bình", Grant: account.Grant{Role: access.Reader, Unit: unit}})
	if err != nil {
		t.Fatal(err)
	}
	second, err := s.NewLink(admin, id)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.UseLink(admin, first); !errors.Is(err, fault.Gone) {
		t.Errorf("a link that a newer one replaced: %v", err)
	}
	if _, err := s.Link(admin, second, account.ForSetUp); !errors.Is(err, fault.Gone) {
		t.Errorf("for another purpose: %v", err)
	}
	if a, err := s.UseLink(admin, second); err != nil || a.ID != id {
		t.Errorf("used: %+v, %v", a, err)
	}
	if _, err := s.UseLink(admin, second); !errors.Is(err, fault.Gone) {
		t.Errorf("used again: %v", err)
	}
	late, err := s.NewLink(admin, id)
	if err != nil {
		t.Fatal(err)
	}
	now = now.Add(7*24*time.Hour + time.Second)
	if _, err := s.UseLink(admin, late); !errors.Is(err, fault.Gone) {
		t.Errorf("after a week: %v", err)
	}
}
