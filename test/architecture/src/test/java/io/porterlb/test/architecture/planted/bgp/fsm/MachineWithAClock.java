package io.porterlb.test.architecture.planted.bgp.fsm;

import java.time.Clock;

public record MachineWithAClock(Clock clock) {}
