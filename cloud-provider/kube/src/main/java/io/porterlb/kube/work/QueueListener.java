package io.porterlb.kube.work;

import java.time.Duration;

/// Hears how a [KeyedQueue] does, on the threads that do the work. Calls must be brief.
public interface QueueListener {
    /// A task begins that was due for so long: since it was submitted, or since its time to be tried again came. One
    /// that replaces another that waits has waited as long as that.
    default void began(Duration waited) {}

    /// A task has ended, well or not, after so long.
    default void ended(Duration worked) {}
}
