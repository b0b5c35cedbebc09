/// Those who are compared, each behind the same [Announcer]: ours in a process of its own ([SpeakerProcess],
/// whose other side is [SpeakerMain]), and BIRD, FRR and GoBGP, told in the quickest way that each has for
/// people or programs.
package io.porterlb.test.bench.bgp.announcer;
