package io.porterlb.test.architecture.planted.rules.table;

record TableThatRunsAProgram(ProcessBuilder program) {}
