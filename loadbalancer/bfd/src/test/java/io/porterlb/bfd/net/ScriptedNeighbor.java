package io.porterlb.bfd.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.unix.IntegerUnixChannelOption;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bfd.BfdDiagnostic;
import io.porterlb.bfd.BfdSessionConfig;
import io.porterlb.bfd.BfdState;
import io.porterlb.bfd.wire.BfdPacket;
import io.porterlb.bfd.wire.BfdPacketReader;
import io.porterlb.bfd.wire.BfdPacketWriter;
import io.porterlb.bfd.wire.ReadResult;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Predicate;

/// A neighbor whose packets the test writes, on the loopback interface or in a namespace; its interval is 300
/// ms.
public final class ScriptedNeighbor implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final long DISCRIMINATOR = 0xBEEF;

    private final BfdLoop loop = new BfdLoop();
    private final DatagramSocket socket;
    private final EpollDatagramChannel channel;
    private final InetSocketAddress peer;
    private final IntegerUnixChannelOption ttl;
    private long theirs;
    private int multiplier = 3;

    /// @param session the session as the neighbor sees it
    public ScriptedNeighbor(BfdSessionConfig session) throws IOException {
        Endpoint endpoint = Endpoint.of(session);
        IpAddress local = endpoint.address().orElseThrow();
        socket = new DatagramSocket(new InetSocketAddress(local.toInetAddress(), endpoint.port()));
        socket.setSoTimeout(PATIENCE_MILLIS);
        peer = new InetSocketAddress(session.peer().toInetAddress(), endpoint.port());
        channel = Sockets.transmitter(endpoint);
        loop.loop().register(channel).syncUninterruptibly();
        channel.bind(new InetSocketAddress(local.toInetAddress(), 0)).syncUninterruptibly();
        ttl = local.family() == IpFamily.V4
                ? new IntegerUnixChannelOption("IP_TTL", 0, 2)
                : new IntegerUnixChannelOption("IPV6_UNICAST_HOPS", 41, 16);
    }

    public void timeToLive(int hops) {
        channel.config().setOption(ttl, hops);
    }

    /// How many of its packets may be missing; it sends none but those that the test writes.
    public void multiplier(int detectMultiplier) {
        multiplier = detectMultiplier;
    }

    /// A packet that knows the other side's discriminator, if that was heard.
    public BfdPacket packet(BfdState state, boolean poll) {
        return new BfdPacket(
                BfdDiagnostic.NONE,
                state,
                poll,
                false,
                false,
                false,
                multiplier,
                DISCRIMINATOR,
                theirs,
                state == BfdState.UP ? 300_000 : 1_000_000,
                300_000,
                0);
    }

    public void send(BfdPacket packet) {
        ByteBuf octets = Unpooled.directBuffer(BfdPacket.LENGTH);
        BfdPacketWriter.write(packet, octets);
        send(octets);
    }

    public void send(BfdState state) {
        send(packet(state, false));
    }

    public void send(ByteBuf octets) {
        channel.writeAndFlush(new DatagramPacket(octets, peer)).syncUninterruptibly();
    }

    /// The next packet that is like this; others are passed over.
    public BfdPacket await(Predicate<BfdPacket> wanted) throws IOException {
        long end = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
        while (System.nanoTime() - end < 0) {
            BfdPacket packet = receive();
            if (wanted.test(packet)) {
                return packet;
            }
        }
        throw new IOException("no such packet");
    }

    private BfdPacket receive() throws IOException {
        var datagram = new java.net.DatagramPacket(new byte[256], 256);
        socket.receive(datagram);
        ByteBuf octets = Unpooled.wrappedBuffer(datagram.getData(), 0, datagram.getLength());
        if (BfdPacketReader.read(octets) instanceof ReadResult.Valid(var packet)) {
            theirs = packet.myDiscriminator();
            return packet;
        }
        throw new IOException("not a good packet: " + octets);
    }

    /// Brings the session up; the speaker is to be started already.
    public void comeUp() throws IOException {
        await(packet -> packet.state() == BfdState.DOWN);
        send(BfdState.DOWN);
        await(packet -> packet.state() == BfdState.INIT);
        send(BfdState.UP);
        await(packet -> packet.state() == BfdState.UP);
    }

    @Override
    public void close() {
        socket.close();
        channel.close().syncUninterruptibly();
        loop.stop(Duration.ofSeconds(1));
    }
}
