package io.porterlb.bfd.net;

import io.netty.channel.EventLoop;
import io.porterlb.bfd.BfdSessionConfig;
import java.util.random.RandomGenerator;

/// Makes [Transmitter]s, each with a source port of its own.
public final class Transmitters {
    private final EventLoop loop;
    private final SourcePorts ports;

    public Transmitters(EventLoop loop, RandomGenerator random) {
        this.loop = loop;
        this.ports = new SourcePorts(random);
    }

    /// A socket for a session, which opens; nothing is heard of it before this method has returned.
    public Transmitter open(BfdSessionConfig session, Transmitter.Listener listener) {
        Transmitter transmitter = new Transmitter(session, loop, ports, listener);
        loop.execute(transmitter::open);
        return transmitter;
    }
}
