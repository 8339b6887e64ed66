// Package cli is the command line.
//
// A command is a file: a struct whose fields are its flags and arguments, a method
// Run(*session) error, a line in app, and its words in locale/ under
// "cli.<command>" and "cli.<command>.<flag or argument>". It speaks Vietnamese where
// LC_ALL, LC_MESSAGES or LANG (the first that is set) begins with vi, else English.
//
// Exit codes: 0 done, 1 refused or failed, 2 wrong usage.
package cli
