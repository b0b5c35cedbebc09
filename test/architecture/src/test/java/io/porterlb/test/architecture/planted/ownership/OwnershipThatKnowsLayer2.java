package io.porterlb.test.architecture.planted.ownership;

import io.porterlb.layer2.Layer2Speaker;

public record OwnershipThatKnowsLayer2(Layer2Speaker speaker) {}
