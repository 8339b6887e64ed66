// Package member holds persons (cán bộ, đảng viên), so far no more than name and positions
// (chức vụ), and the names that reports give in a role.
//
// A name in a report is a name, not a person: reading a report never makes a person, and
// two mentions of a name are two mentions. A person is made, and names are linked to it,
// only when the clerk says so.
package member
