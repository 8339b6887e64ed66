// Package ledger is the book of entries (sổ): each act of writing into the
// register is an entry (lần ghi sổ) that says who, when, from which source and
// why. Records of other packages (figures, targets, titles, resolutions,
// meetings, names) are rows begun by an entry and, once changed or taken back,
// ended by a later one; nothing is overwritten (law 5).
//
// A table of records has these columns beside its own:
//
//	id          the version; counted by the database
//	record_id   the record, the same over its versions: the id of its first version
//	unit_id     the unit whose record it is
//	begun_by    the entry that wrote this version
//	ended_by    the entry that changed or took it back; NULL while it stands
//
// and is written through a Book, read through Records, and kept by hand at a Desk.
// Records never disappear: their history is the list of their versions with their
// entries.
package ledger
