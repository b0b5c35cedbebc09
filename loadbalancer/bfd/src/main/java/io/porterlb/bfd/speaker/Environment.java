package io.porterlb.bfd.speaker;

import io.netty.util.concurrent.EventExecutor;
import io.porterlb.bfd.BfdListener;
import io.porterlb.bfd.net.Receivers;
import io.porterlb.bfd.net.Transmitters;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// What a session needs of the world.
///
/// @param loop the one thread that everything happens on
/// @param transmitters sockets to send with
/// @param receivers sockets to receive with
/// @param clock for the times in the status
/// @param random for jitter
/// @param listener hears of sessions
record Environment(
        EventExecutor loop,
        Transmitters transmitters,
        Receivers receivers,
        InstantSource clock,
        RandomGenerator random,
        BfdListener listener) {}
