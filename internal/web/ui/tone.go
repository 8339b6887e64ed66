package ui

// Tone is what a word or a figure says beyond itself. It colours text and is always joined by an
// icon and a word, so that grey print loses nothing.
type Tone uint8

// The tones.
const (
	TonePlain   Tone = iota
	ToneMet          // green: đạt, khớp, đã lưu
	ToneShort        // burnt orange: chưa đạt, vượt khung, trễ
	ToneOver         // gold: vượt yêu cầu, người sửa
	ToneUnknown      // grey: chưa có số liệu
	ToneMuted        // second ink: notes, last year
	ToneStrong       // ink, bold
)

// class is the stylesheet's word for the tone, "" for the plain one.
func (t Tone) class() string {
	switch t {
	case ToneMet:
		return "met"
	case ToneShort:
		return "short"
	case ToneOver:
		return "over"
	case ToneUnknown:
		return "unknown"
	case ToneMuted:
		return "muted"
	case ToneStrong:
		return "strong"
	}
	return ""
}
