package io.porterlb.layer2.speaker;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.net.FrameExchange;
import io.porterlb.layer2.wire.Frame;
import io.porterlb.layer2.wire.ReadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A link that the test speaks on, where something may happen at any step of a turn.
final class FakeExchange implements FrameExchange {
    /// What was done: frames that were sent, and sets of addresses that were heard for.
    final List<Object> done = new ArrayList<>();

    Runnable whenFramesAreTaken = () -> {};
    Runnable afterSending = () -> {};
    boolean full;

    private final List<ReadResult> waiting = new ArrayList<>();

    void comes(Frame frame) {
        waiting.add(new ReadResult.Valid(frame));
    }

    @Override
    public List<ReadResult> receive(int most) {
        whenFramesAreTaken.run();
        List<ReadResult> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    @Override
    public boolean send(Frame frame) {
        if (!full) {
            done.add(frame);
            afterSending.run();
        }
        return !full;
    }

    @Override
    public void hearFor(Set<IpAddress> ipv6) {
        done.add(ipv6);
    }

    List<Frame> sent() {
        return done.stream()
                .filter(Frame.class::isInstance)
                .map(Frame.class::cast)
                .toList();
    }
}
