package io.porterlb.layer2.net;

import io.porterlb.libc.PollSet;
import io.porterlb.libc.SystemCallException;
import java.time.Duration;
import java.util.OptionalLong;

/// What a thread waits for.
public final class Waiting {
    private final PollSet descriptors;

    private Waiting(NativeScope scope, int... descriptors) {
        this.descriptors = new PollSet(scope.arena(), scope.libc(), descriptors);
    }

    /// While the link is down.
    public static Waiting of(NativeScope scope, LinkNews news, Wakeup wakeup) {
        return new Waiting(scope, news.descriptor(), wakeup.descriptor());
    }

    /// While it is up.
    public static Waiting of(NativeScope scope, LinkNews news, Wakeup wakeup, LinkSockets sockets) {
        int[] both = sockets.descriptors();
        return new Waiting(scope, news.descriptor(), wakeup.descriptor(), both[0], both[1]);
    }

    /// Until there is something, or so many nanoseconds have passed; rounded up, so that nothing is waited for in
    /// a circle.
    public void await(OptionalLong nanos) throws SystemCallException {
        if (nanos.isEmpty()) {
            descriptors.awaits();
        } else {
            boolean due = nanos.getAsLong() <= 0;
            descriptors.awaits(
                    due ? Duration.ZERO : Duration.ofNanos(nanos.getAsLong()).plusMillis(1));
        }
    }
}
