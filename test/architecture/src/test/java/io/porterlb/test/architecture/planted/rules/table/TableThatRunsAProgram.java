package io.porterlb.test.architecture.planted.rules.table;

public record TableThatRunsAProgram(ProcessBuilder program) {}
