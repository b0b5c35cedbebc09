package io.porterlb.test.architecture.planted.bgp.wire;

import io.porterlb.test.architecture.planted.bgp.fsm.MachineWithAClock;

public record WireThatKnowsTheMachine(MachineWithAClock machine) {}
