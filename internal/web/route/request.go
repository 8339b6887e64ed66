package route

import (
	"net/http"
	"net/url"
	"strconv"

	"hamrong/internal/fault"
)

// ID reads a number of the address; one that is none is a page that does not exist.
func ID(r *http.Request, name string) (int64, error) {
	id, err := strconv.ParseInt(r.PathValue(name), 10, 64)
	if err != nil || id <= 0 {
		return 0, fault.New(fault.NotFound, "fault.not_found")
	}
	return id, nil
}

// UnitYear reads the unit and the year of the address.
func UnitYear(r *http.Request) (unit int64, year int, err error) {
	if unit, err = ID(r, "id"); err != nil {
		return 0, 0, err
	}
	y, err := ID(r, "year")
	if err != nil || y < 1900 || y > 2200 {
		return 0, 0, fault.New(fault.NotFound, "fault.not_found")
	}
	return unit, int(y), nil
}

// Posted reads a posted form.
func Posted(r *http.Request) (url.Values, error) {
	if err := r.ParseForm(); err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "fault.form")
	}
	return r.PostForm, nil
}
