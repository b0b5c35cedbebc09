package io.porterlb.test.architecture.planted.bfd;

import io.porterlb.bgp.BgpSpeaker;

public record BfdThatKnowsBgp(BgpSpeaker speaker) {}
