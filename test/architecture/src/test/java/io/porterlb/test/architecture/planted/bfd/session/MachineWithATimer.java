package io.porterlb.test.architecture.planted.bfd.session;

import java.util.Timer;

public record MachineWithATimer(Timer timer) {}
