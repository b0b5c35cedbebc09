package io.porterlb.test.architecture.planted.layer2;

import io.porterlb.bgp.BgpSpeaker;

public record Layer2ThatKnowsBgp(BgpSpeaker speaker) {}
