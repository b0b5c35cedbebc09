package io.porterlb.kube;

import io.porterlb.address.IpAddress;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Those who write to the record of one address take turns, so that each decides on what the one before has left: of
/// those who join it in the same round nobody meets a conflict. Any thread.
final class AddressTurns {
    /// Addresses that happen to have the same lock wait for each other, which does no harm.
    private static final int LOCKS = 256;

    private final List<Lock> locks =
            Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();

    <T> T take(IpAddress address, Supplier<T> write) {
        Lock lock = locks.get(Math.floorMod(address.hashCode(), LOCKS));
        lock.lock();
        try {
            return write.get();
        } finally {
            lock.unlock();
        }
    }
}
