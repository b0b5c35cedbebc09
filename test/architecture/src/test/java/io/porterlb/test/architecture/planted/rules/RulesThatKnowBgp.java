package io.porterlb.test.architecture.planted.rules;

import io.porterlb.bgp.BgpSpeaker;

public record RulesThatKnowBgp(BgpSpeaker speaker) {}
