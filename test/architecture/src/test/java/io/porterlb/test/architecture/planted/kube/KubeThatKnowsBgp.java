package io.porterlb.test.architecture.planted.kube;

import io.porterlb.bgp.BgpSpeaker;

public record KubeThatKnowsBgp(BgpSpeaker speaker) {}
