package io.porterlb.test.architecture.planted.libc;

import io.porterlb.layer2.Layer2Speaker;

public record LibcThatKnowsLayer2(Layer2Speaker speaker) {}
