package io.porterlb.test.architecture.planted.ownership.council;

import io.porterlb.test.architecture.planted.ownership.wire.Datagram;

public record CouncilThatKnowsTheWire(Datagram datagram) {}
