// Package durability proves that what was acknowledged is on disk (law 11): by
// watching the system calls of a writing process, by killing one under load, and
// by copying the data of one that goes on writing.
package durability
