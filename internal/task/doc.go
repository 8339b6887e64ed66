// Package task holds the tasks of a unit (nhiệm vụ), most of them of its own programme or
// plan for a resolution: what, who, by when, how far. Who is a unit or a person in words;
// a due date is kept as written ("quý II/2016") beside the day that it means.
package task
