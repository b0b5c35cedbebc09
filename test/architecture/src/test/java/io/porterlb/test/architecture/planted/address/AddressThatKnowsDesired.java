package io.porterlb.test.architecture.planted.address;

import io.porterlb.desired.view.ServiceKey;

public record AddressThatKnowsDesired(ServiceKey service) {}
