package io.porterlb.images.aot;

/// An AOT cache as the JVM wrote it, and when. It is large, and several images are made at once: nobody copies it.
final class Dump {
    private final byte[] content;
    private final long after;
    private final long before;

    /// @param content all of it, handed over
    /// @param after it was made after this time of [ArchiveClock]
    /// @param before and before this one
    Dump(byte[] content, long after, long before) {
        this.content = content;
        this.after = after;
        this.before = before;
    }

    byte[] content() {
        return content;
    }

    /// Whether the JVM may have read this from the clock while it made the cache.
    boolean mayHaveRead(long time) {
        return time >= after && time <= before;
    }
}
