package targetweb

import "testing"

func TestSaysOrHigher_followsTheWordsOfTheTarget(t *testing.T) {
	for words, want := range map[string]bool{
		"hoàn thành tốt nhiệm vụ trở lên":              true,
		"Hoàn thành tốt nhiệm vụ TRỞ LÊN, không có ai": true,
		"hoàn thành tốt nhiệm vụ":                      false,
		"":                                             false,
	} {
		if got := saysOrHigher(words); got != want {
			t.Errorf("saysOrHigher(%q) = %v", words, got)
		}
	}
}
