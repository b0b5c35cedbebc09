package io.porterlb.test.architecture.planted.bfd.wire;

import io.porterlb.test.architecture.planted.bfd.session.MachineWithATimer;

public record WireThatKnowsTheSession(MachineWithATimer machine) {}
