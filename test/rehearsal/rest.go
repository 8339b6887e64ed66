package main

var resolutionSteps, meetingSteps, peopleSteps, secondReport, accountSteps, timeSteps, aboveSteps, closingSteps, keepingSteps []step
