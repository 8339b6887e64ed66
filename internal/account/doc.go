// Package account holds who may sign in (tài khoản): passwords, one-time links,
// and the grants that make an account an administrator, clerk, committee member
// or reader of a unit and all below it, between two days.
//
// An account is managed by whoever administers every unit over which it holds a
// standing grant; so nobody takes over an account that may do more than he. The
// last administrator of a unit cannot be taken away, and no account begins with a
// password that somebody else knows: the first one comes by the set-up link that
// the program prints, every other by a link that an administrator hands over.
package account
