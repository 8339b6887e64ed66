package web

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hamrong/testkit/browser"
)

// picture keeps what the tab shows when HAMRONG_PICTURES names a folder for it.
func picture(tab *browser.Tab, name string) {
	if dir := os.Getenv("HAMRONG_PICTURES"); dir != "" {
		tab.Screenshot(filepath.Join(dir, name+".png"))
	}
}

// sound demands of a page what every page owes.
func sound(tab *browser.Tab, name string) {
	tab.Axe()
	tab.NoSidewaysScroll()
	picture(tab, name)
}

func TestJourney_setUpInviteAndComeIn(t *testing.T) {
	chromium := browser.Start(t)
	for _, c := range []struct {
		name string
		o    browser.Options
	}{
		{"wide", browser.Options{}},
		{"phone without scripts", browser.Options{Width: 390, NoScript: true, Touch: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newSite(t)
			secret, err := s.s.accounts.SetUpLink(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			name := func(page string) string { return strings.ReplaceAll(c.name, " ", "-") + "-" + page }
			tab := chromium.Tab(t, c.o)
			tab.Open(s.URL + "/")
			sound(tab, name("before"))
			tab.Open(s.URL + "/setup/" + secret)
			tab.Allow("422")
			tab.Go("main button.primary")
			sound(tab, name("set-up-wrong"))
			for field, text := range map[string]string{"unit_name": "Đảng bộ Sở Cầu Đá", "name": "Lê Thị An", "login": "an.le", "password": goodPassword, "again": goodPassword} {
				tab.Type("#f-"+field, text)
			}
			tab.Go("main button.primary")
			if !strings.Contains(tab.URL(), "/units/") {
				t.Fatalf("set-up ends at %s", tab.URL())
			}
			tab.Open(s.URL + "/accounts/new")
			sound(tab, name("new"))
			tab.Type("#f-name", "Trần Văn Bình")
			tab.Type("#f-login", "binh.tran")
			tab.Click("input[value=reader]")
			tab.Go("main button.primary")
			sound(tab, name("invited"))
			link := linkInPage.FindStringSubmatch(tab.Text())
			if link == nil {
				t.Fatalf("no link: %s", tab.Text())
			}
			for path, page := range map[string]string{"/accounts": "list", "/accounts/1": "show", "/audit?verify=1": "audit", "/account": "own"} {
				tab.Open(s.URL + path)
				sound(tab, name(page))
			}

			guest := chromium.Tab(t, c.o)
			guest.Open(s.URL + "/links/" + link[1])
			sound(guest, name("link"))
			guest.Go("main button.primary")
			sound(guest, name("first"))
			guest.Type("#f-password", goodPassword)
			guest.Type("#f-again", goodPassword)
			guest.Go("main button.primary")
			if !strings.Contains(guest.URL(), "/account") {
				t.Errorf("the first visit ends at %s", guest.URL())
			}
			guest.Open(s.URL + "/links/" + link[1])
			guest.Allow("410")
			sound(guest, name("used"))

			back := chromium.Tab(t, c.o)
			back.Open(s.URL + "/account")
			sound(back, name("sign-in"))
			back.Type("#f-login", "binh.tran")
			back.Type("#f-password", goodPassword)
			back.Go("main button.primary")
			if !strings.HasSuffix(back.URL(), "/account") {
				t.Errorf("signing in ends at %s", back.URL())
			}
		})
	}
}
