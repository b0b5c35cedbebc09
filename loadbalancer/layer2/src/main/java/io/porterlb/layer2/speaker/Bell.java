package io.porterlb.layer2.speaker;

import io.porterlb.layer2.net.Wakeup;
import io.porterlb.libc.SystemCallException;
import org.jspecify.annotations.Nullable;

/// Calls the thread of a [DeviceLoop], which may not have a [Wakeup] yet or any more: it looks at everything
/// after it has got one, so nothing is missed.
final class Bell {
    private volatile @Nullable Wakeup wakeup;

    void is(Wakeup now) {
        wakeup = now;
    }

    void ring() {
        Wakeup now = wakeup;
        if (now == null) {
            return;
        }
        try {
            now.wake();
        } catch (SystemCallException e) {
            throw new IllegalStateException("a counter of eventfd(2) can't be added to", e);
        }
    }
}
