// Package access is the one door (law 9): who may do what, where in the tree, at which time.
//
// A caller asks a Door for a permit; the store takes nothing else. The permit
// carries the rights, the scope that the store binds into each statement, and
// the audit entry that the store's writer lays down in the same transaction.
package access

import (
	"context"

	"hamrong/internal/access/internal/mint"
	"hamrong/internal/period"
)

// Permit is one checked right to act; see mint.Permit.
type Permit = mint.Permit

// Right is a set of things that may be done.
type Right = mint.Right

// The rights.
const (
	See        = mint.See
	Record     = mint.Record
	Structure  = mint.Structure
	Decide     = mint.Decide
	Administer = mint.Administer
	Gate       = mint.Gate
)

// Role is what a grant makes of an account over a subtree.
type Role string

// The roles. One account may hold several: one clerk is enough (law 8).
const (
	Administrator Role = "administrator" // quản trị
	Clerk         Role = "clerk"         // chuyên viên văn phòng
	Committee     Role = "committee"     // cấp ủy
	Reader        Role = "reader"        // người đọc
)

// Roles lists the roles in the order in which forms offer them.
var Roles = []Role{Clerk, Committee, Reader, Administrator}

// Rights gives what a role may do; an unknown role may do nothing.
func (r Role) Rights() Right {
	switch r {
	case Administrator:
		return See | Structure | Administer
	case Clerk:
		return See | Record | Structure | Decide
	case Committee:
		return See | Decide
	case Reader:
		return See
	}
	return 0
}

// With lists the roles that carry all of the rights in need.
func With(need Right) []Role {
	var roles []Role
	for _, r := range Roles {
		if r.Rights()&need == need {
			roles = append(roles, r)
		}
	}
	return roles
}

// Implied adds to a right what nobody can use it without: reading.
func Implied(r Right) Right {
	if r&(Record|Structure|Decide|Administer) != 0 {
		r |= See
	}
	return r
}

// Ask is a question to the door.
type Ask struct {
	Right  Right
	Unit   int64         // 0 asks for a list: everything the caller may see, filtered in the query
	Period period.Period // a past year to be read by that year's tree as well; "" for today only
	Action string        // audit action, "target.adopt"; for a read, what is read
}

// Door answers with a permit or a Denied fault. access/directory is the one that knows the grants.
type Door interface {
	Permit(ctx context.Context, ask Ask) (Permit, error)
}

type callerKey struct{}

// Caller is who asks: an account, or nobody.
type Caller struct{ Account int64 }

// WithCaller puts the caller into the context; the session middleware alone does so.
func WithCaller(ctx context.Context, c Caller) context.Context {
	return context.WithValue(ctx, callerKey{}, c)
}

// From gives the caller of a context; the zero Caller is nobody.
func From(ctx context.Context) Caller {
	c, ok := ctx.Value(callerKey{}).(Caller)
	if !ok {
		return Caller{}
	}
	return c
}
