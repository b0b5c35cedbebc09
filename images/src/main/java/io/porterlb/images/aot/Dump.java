package io.porterlb.images.aot;

/// An AOT cache as the JVM wrote it, and when.
final class Dump {
    private final byte[] content;
    private final long after;
    private final long before;

    /// @param content all of it
    /// @param after it was made after this time of [ArchiveClock]
    /// @param before and before this one
    Dump(byte[] content, long after, long before) {
        this.content = content.clone();
        this.after = after;
        this.before = before;
    }

    byte[] copy() {
        return content.clone();
    }

    /// Whether the JVM may have read this from the clock while it made the cache.
    boolean mayHaveRead(long time) {
        return time >= after && time <= before;
    }
}
