package io.porterlb.kube.work;

/// Work for one key. What it throws is logged, and it is run again later unless a newer task came for the key: after
/// the [Pace] of its queue, or after the delay of a [RetryAfterException].
@FunctionalInterface
public interface Task {
    void run() throws Exception;
}
