package demo

import (
	"context"

	"hamrong/internal/org"
)

const (
	bloc       = "Đảng bộ Khối các cơ quan tỉnh Lam Giang"
	department = "Đảng bộ Sở Tài nguyên và Môi trường"
)

// branches are the department's 18 branches.
var branches = []string{
	"Văn phòng Sở", "Thanh tra Sở", "Tổ chức cán bộ", "Kế hoạch - Tài chính", "Chính sách đất đai", "Đo đạc và Bản đồ", "Tài nguyên khoáng sản",
	"Tài nguyên nước", "Khí tượng thủy văn và Biến đổi khí hậu", "Chi cục Bảo vệ môi trường", "Chi cục Biển và Hải đảo", "Văn phòng Đăng ký đất đai",
	"Trung tâm Phát triển quỹ đất", "Trung tâm Công nghệ thông tin", "Trung tâm Quan trắc và Bảo vệ môi trường", "Quỹ Bảo vệ môi trường",
	"Đoàn Mỏ - Địa chất", "Đoàn Đo đạc, Bản đồ và Quy hoạch",
}

// units founds the bloc, the department with its branches, and the other lines of its office.
func (b *builder) units(ctx context.Context) (err error) {
	party := func(parent int64, name string, kind org.Kind, level org.Level) (int64, error) {
		return b.org.Found(ctx, org.Founding{Naming: org.Naming{Name: name, Kind: kind, Level: level}, Parent: parent})
	}
	if b.bloc, err = party(b.demo.Province, bloc, org.DangBo, org.Bloc); err != nil {
		return err
	}
	if b.demo.Department, err = party(b.bloc, department, org.DangBoCoSo, org.Base); err != nil {
		return err
	}
	for _, name := range branches {
		if _, err = party(b.demo.Department, "Chi bộ "+name, org.ChiBo, org.Branch); err != nil {
			return err
		}
	}
	for _, u := range []struct {
		name string
		line org.Line
	}{
		{"Cơ quan Sở Tài nguyên và Môi trường", org.Administration}, {"Công đoàn Sở Tài nguyên và Môi trường", org.Union},
		{"Đoàn thanh niên Sở Tài nguyên và Môi trường", org.Youth}, {"Hội Cựu chiến binh Sở Tài nguyên và Môi trường", org.Veterans},
	} {
		if _, err = b.org.FoundLinked(ctx, b.demo.Department, org.Founding{Naming: org.Naming{Name: u.name}, Line: u.line}); err != nil {
			return err
		}
	}
	return nil
}
