package io.porterlb.bgp.peer;

import io.netty.util.concurrent.EventExecutor;
import io.porterlb.bgp.SpeakerListener;
import io.porterlb.bgp.net.Dialer;
import io.porterlb.bgp.net.LinkFinder;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// What a peer needs of the world.
///
/// @param loop the one thread that everything of the peer happens on
/// @param dialer opens connections on that loop
/// @param links finds our other addresses where a session runs
/// @param clock for the times in the status
/// @param random for the jitter of timers
/// @param listener hears of state changes
public record PeerEnvironment(
        EventExecutor loop,
        Dialer dialer,
        LinkFinder links,
        InstantSource clock,
        RandomGenerator random,
        SpeakerListener listener) {}
