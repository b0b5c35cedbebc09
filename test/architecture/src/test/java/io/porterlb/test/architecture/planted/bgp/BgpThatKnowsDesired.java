package io.porterlb.test.architecture.planted.bgp;

import io.porterlb.desired.view.ServiceKey;

public record BgpThatKnowsDesired(ServiceKey service) {}
