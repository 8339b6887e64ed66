package cli

import (
	"bufio"
	"encoding/json"
	"reflect"
	"strings"

	"hamrong/internal/report"
)

// writeFacts prints the facts as one JSON object, each fact on a line of its own. It
// goes fact by fact: the whole of a long text's facts is never held a second time.
func writeFacts(w *bufio.Writer, f *report.Facts) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	v := reflect.ValueOf(f).Elem()
	sep := "{\n"
	for i := range v.NumField() {
		name, options, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		if name == "" || strings.Contains(options, "omitempty") && v.Field(i).IsZero() {
			continue
		}
		if _, err := w.WriteString(sep + `"` + name + `": `); err != nil {
			return err
		}
		sep = ","
		if err := writeValue(w, enc, v.Field(i)); err != nil {
			return err
		}
	}
	_, err := w.WriteString("}\n")
	return err
}

// writeValue writes a value and ends the line; of a list every element on its line.
func writeValue(w *bufio.Writer, enc *json.Encoder, v reflect.Value) error {
	if v.Kind() != reflect.Slice || v.Len() == 0 {
		if v.Kind() == reflect.Slice {
			_, err := w.WriteString("[]\n")
			return err
		}
		return enc.Encode(v.Interface())
	}
	for i := range v.Len() {
		sep := ","
		if i == 0 {
			sep = "[\n"
		}
		if _, err := w.WriteString(sep); err != nil {
			return err
		}
		if err := enc.Encode(v.Index(i).Interface()); err != nil {
			return err
		}
	}
	_, err := w.WriteString("]\n")
	return err
}
