package main

import "slices"

// step is something that people do with the program, and what they must then see.
type step struct {
	name string
	do   func(*run) error
}

// steps is the year in order. Every capability of the program adds to it.
var steps = slices.Concat(beginning, treeSteps, reportSteps, yearSteps, handSteps, targetSteps, resolutionSteps, meetingSteps, peopleSteps,
	secondReport, accountSteps, timeSteps, aboveSteps, closingSteps, keepingSteps)
