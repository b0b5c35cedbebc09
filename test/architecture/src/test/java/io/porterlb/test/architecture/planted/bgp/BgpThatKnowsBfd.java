package io.porterlb.test.architecture.planted.bgp;

import io.porterlb.bfd.BfdSpeaker;

public record BgpThatKnowsBfd(BfdSpeaker speaker) {}
