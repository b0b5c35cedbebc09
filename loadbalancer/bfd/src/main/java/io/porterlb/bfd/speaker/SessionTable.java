package io.porterlb.bfd.speaker;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.porterlb.address.IpAddress;
import io.porterlb.bfd.BfdListener;
import io.porterlb.bfd.BfdSessionConfig;
import io.porterlb.bfd.BfdSessionStatus;
import io.porterlb.bfd.net.Endpoint;
import io.porterlb.bfd.net.PacketSink;
import io.porterlb.bfd.net.Receivers;
import io.porterlb.bfd.net.Transmitters;
import io.porterlb.bfd.net.TtlFilter;
import io.porterlb.bfd.wire.BfdPacketReader;
import io.porterlb.bfd.wire.ReadResult;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/// All sessions. All methods but [#status] and [#strayPackets] are to be called on the event loop.
public final class SessionTable implements PacketSink {
    private final EventLoop loop;
    private final Receivers receivers;
    private final Environment environment;
    private final Map<String, LiveSession> sessions = new TreeMap<>();
    private final Lookup lookup = new Lookup();
    private final LongAdder strayPackets = new LongAdder();
    private volatile List<LiveSession> listed = List.of();

    public SessionTable(EventLoop loop, BfdListener listener) {
        RandomGenerator random = RandomGenerator.of("SecureRandom");
        this.loop = loop;
        this.receivers = new Receivers(loop, this);
        this.environment = new Environment(
                loop, new Transmitters(loop, random), receivers, InstantSource.system(), random, listener);
    }

    /// Snapshots in the order of names, for any thread.
    public List<BfdSessionStatus> status() {
        return listed.stream().map(LiveSession::status).toList();
    }

    /// How many packets came that belong to no session; for any thread.
    public long strayPackets() {
        return strayPackets.sum();
    }

    /// Makes these the sessions.
    ///
    /// @param filters for each of their endpoints
    public void configure(Map<String, BfdSessionConfig> wanted, Map<Endpoint, TtlFilter> filters) {
        receivers.configure(filters);
        sessions.values().stream()
                .filter(session -> !staysIn(wanted, session.config()))
                .toList()
                .forEach(this::remove);
        wanted.forEach(this::put);
        listed = List.copyOf(sessions.values());
    }

    private static boolean staysIn(Map<String, BfdSessionConfig> wanted, BfdSessionConfig config) {
        BfdSessionConfig next = wanted.get(config.name());
        return next != null
                && next.peer().equals(config.peer())
                && Endpoint.of(next).equals(Endpoint.of(config));
    }

    /// Says AdminDown for as long as it takes the neighbor to hear it or to give up by itself.
    @SuppressWarnings("FutureReturnValueIgnored") // nothing comes after it
    private void remove(LiveSession session) {
        sessions.remove(session.config().name());
        session.shutDown();
        lookup.removeBySource(session);
        loop.schedule(() -> forget(session), session.farewell().toNanos(), TimeUnit.NANOSECONDS);
    }

    private void forget(LiveSession session) {
        session.close();
        lookup.removeByDiscriminator(session);
    }

    private void put(String name, BfdSessionConfig config) {
        LiveSession known = sessions.get(name);
        if (known != null) {
            known.reconfigure(config);
            return;
        }
        long discriminator = Discriminators.next(environment.random(), lookup::hasDiscriminator);
        LiveSession added = new LiveSession(config, discriminator, environment);
        sessions.put(name, added);
        lookup.add(added);
        added.start();
    }

    @Override
    public void received(Endpoint at, IpAddress source, ByteBuf datagram) {
        switch (BfdPacketReader.read(datagram)) {
            case ReadResult.Valid(var packet) ->
                lookup.find(at, source, packet.yourDiscriminator())
                        .ifPresentOrElse(session -> session.received(packet), strayPackets::increment);
            case ReadResult.Discarded(var reason) ->
                lookup.find(at, source, 0)
                        .ifPresentOrElse(session -> session.discarded(reason), strayPackets::increment);
        }
    }

    /// Says AdminDown for all, once, and closes every socket.
    public void shutDown() {
        sessions.values().forEach(LiveSession::shutDown);
        sessions.values().forEach(LiveSession::close);
        receivers.close();
    }
}
