package io.porterlb.test.architecture.planted.program;

import io.porterlb.desired.view.ServiceKey;

public record ProgramThatKnowsDesired(ServiceKey service) {}
