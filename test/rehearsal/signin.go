package main

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// enter signs somebody in anew by password.
func (r *run) enter(who, login, word string) error {
	p, err := r.newPerson(login)
	if err != nil {
		return err
	}
	pg, err := p.open("/sign-in")
	if err != nil {
		return err
	}
	pg, err = pg.send("/sign-in", map[string]any{"login": login, "password": word})
	if err := done(pg, err); err != nil {
		return err
	}
	if pg.url.Path == "/sign-in" {
		return fmt.Errorf("%s cannot sign in: %s", login, clip(pg.text))
	}
	r.people[who] = p
	return nil
}

// sentLate sends a form after the session has ended: its own account finds it again, whoever else
// signs in on that page is shown nothing of it.
func sentLate(r *run) error {
	if err := r.enter("late", "thuky", password); err != nil {
		return err
	}
	form, err := r.people["late"].open("/accounts/new")
	if err != nil {
		return err
	}
	pg, err := form.send("/sign-out", nil)
	if err := done(pg, err); err != nil {
		return err
	}
	pg, err = form.send("/accounts", map[string]any{"name": "Người Gửi Muộn", "login": "gui.muon", "role": "reader", "unit": strings.TrimPrefix(r.home(), "/units/")})
	if err != nil {
		return err
	}
	if pg.status != http.StatusForbidden {
		return fmt.Errorf("a form without a session: status %d", pg.status)
	}
	if err := pg.says("chưa được ghi"); err != nil {
		return err
	}
	other, err := pg.send("/sign-in", map[string]any{"login": "nguoi.doc", "password": password + "nguoi.doc"})
	if err := done(other, err, "của tài khoản khác"); err != nil {
		return err
	}
	if err := other.silent("Người Gửi Muộn"); err != nil {
		return err
	}
	pg, err = pg.send("/sign-in", map[string]any{"login": "thuky", "password": password})
	if err := done(pg, err, "Gửi lại nội dung vừa rồi", "Họ và tên Người Gửi Muộn"); err != nil {
		return err
	}
	left, err := other.who.post("/accounts", "form_of=1000000&name=x")
	if err != nil {
		return err
	}
	if left.status != http.StatusConflict {
		return fmt.Errorf("a form of another account's page: status %d", left.status)
	}
	pg, err = pg.send("/accounts", nil)
	return done(pg, err, "Người Gửi Muộn", "/links/")
}

func tryPasswords(r *run) error {
	p, err := r.newPerson("người thử mật khẩu")
	if err != nil {
		return err
	}
	for range 40 {
		pg, err := p.post("/sign-in", "login=cap.uy&password=doan+mo")
		if err != nil {
			return err
		}
		if pg.status == http.StatusTooManyRequests {
			return pg.says("quá nhiều lần")
		}
	}
	return errors.New("40 wrong passwords were judged one after the other")
}

func changePassword(r *run) error {
	p := r.people["nguoi.doc"]
	pg, err := p.open("/account")
	if err != nil {
		return err
	}
	next := "một câu mới dễ nhớ"
	wrong, err := pg.send("/account/password", map[string]any{"before": "không phải", "password": next, "again": next})
	if err := refused(wrong, err, "không đúng"); err != nil {
		return err
	}
	wrong, err = pg.send("/account/password", map[string]any{"before": password + "nguoi.doc", "password": next, "again": "khác"})
	if err := refused(wrong, err, "không giống nhau"); err != nil {
		return err
	}
	pg, err = pg.send("/account/password", map[string]any{"before": password + "nguoi.doc", "password": next, "again": next})
	if err := done(pg, err, "Đã đổi mật khẩu"); err != nil {
		return err
	}
	if _, err = pg.send("/sign-out", nil); err != nil {
		return err
	}
	if err := r.enter("nguoi.doc", "nguoi.doc", password+"nguoi.doc"); err == nil {
		return errors.New("the old password still opens")
	}
	return r.enter("nguoi.doc", "nguoi.doc", next)
}
