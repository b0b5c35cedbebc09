package io.porterlb.layer2.net;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.lab.Segment;
import io.porterlb.layer2.wire.ArpPacket;
import io.porterlb.layer2.wire.Frame;
import io.porterlb.layer2.wire.ReadResult;
import io.porterlb.libc.SystemCallException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The far end of a segment, without a kernel that would answer or correct. For the thread that made it.
public final class RawNeighbor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration TURN = Duration.ofMillis(20);

    private final NativeScope scope = new NativeScope();
    private final PacketSocket socket;
    private final List<Frame> heard = new ArrayList<>();

    /// With frames of this ethertype.
    public RawNeighbor(int ethertype) throws SystemCallException {
        if (!(new Links(scope).look(Segment.DEVICE) instanceof Link.Up up)) {
            throw new IllegalStateException(Segment.DEVICE + " is not up");
        }
        socket = new PacketSocket(scope, up.index(), ethertype, new FrameFilter(List.of()));
    }

    public void send(byte[] frame) throws SystemCallException {
        socket.send(frame);
    }

    /// All that was heard until one was like this, that one included.
    public List<Frame> hearUntil(Predicate<Frame> wanted) throws Exception {
        return askUntil(wanted);
    }

    /// The same, and these frames are sent again and again.
    public List<Frame> askUntil(Predicate<Frame> wanted, byte[]... questions) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (heard.stream().noneMatch(wanted)) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("not heard, but " + heard);
            }
            for (byte[] question : questions) {
                send(question);
            }
            Thread.sleep(TURN);
            hear();
        }
        return heard;
    }

    private void hear() throws SystemCallException {
        for (var next = socket.receive(); next.isPresent(); next = socket.receive()) {
            if (next.get() instanceof ReadResult.Valid(var frame)) {
                heard.add(frame);
            }
        }
    }

    /// An ARP reply to who asked with this address.
    public static Predicate<Frame> replyTo(IpAddress asker) {
        return frame -> frame.message() instanceof ArpPacket arp
                && arp.operation() == ArpPacket.Operation.REPLY
                && arp.targetProtocol().equals(asker);
    }

    @Override
    public void close() throws SystemCallException {
        scope.close();
    }
}
