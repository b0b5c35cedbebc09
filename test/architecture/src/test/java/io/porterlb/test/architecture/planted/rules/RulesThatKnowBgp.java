package io.porterlb.test.architecture.planted.rules;

import io.porterlb.bgp.BgpSpeaker;

record RulesThatKnowBgp(BgpSpeaker speaker) {}
