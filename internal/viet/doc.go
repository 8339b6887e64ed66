// Package viet knows the Vietnamese alphabet: composed and decomposed letters, the two
// places of the tone mark (hoá, hóa), and writing without tone marks (đ = d).
package viet
