package io.porterlb.images.aot;

import io.porterlb.images.process.ImageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/// Takes the one thing out of an AOT cache that differs between two of the same classes: the time, in
/// milliseconds since the machine's start, that `SoftReference.timestamp` of archived objects and
/// `SoftReference.clock` have. It becomes 0, "last used long ago"; on any other machine it means nothing
/// anyway. The checksums are made right again.
///
/// Such a time looks like many another value, a reference beside a null for one. What tells it apart is that it
/// is later in a later cache, so two are compared.
///
/// The places are those of JDK 25's `CDSFileMapRegion` (`src/hotspot/share/include/cds.h`), in the byte order
/// of the machine; they are checked by the checksums, so that another format is refused.
final class ArchiveClock {
    private static final int HEADER_CRC = 4;
    private static final int HEADER_SIZE = 12;

    /// The region of objects: the last of four region headers that follow the general one.
    private static final int HEAP_REGION = 0x18 + 3 * 0x60;

    private static final int REGION_OFFSET = 0x18;
    private static final int REGION_USED = 0x28;

    private final Dump dump;
    private final ByteBuffer archive;
    private final int start;
    private final int end;

    private ArchiveClock(Dump dump) {
        this.dump = dump;
        this.archive = ByteBuffer.wrap(dump.copy()).order(ByteOrder.nativeOrder());
        this.start = (int) archive.getLong(HEAP_REGION + REGION_OFFSET);
        this.end = start + (int) archive.getLong(HEAP_REGION + REGION_USED);
        check();
    }

    /// The JVM's clock for soft references, which is the one of `System.nanoTime` on Linux.
    static long now() {
        return Duration.ofNanos(System.nanoTime()).toMillis();
    }

    /// The cache without times; empty if the two differ in something else.
    ///
    /// @throws ImageException for another format
    static Optional<byte[]> stop(Dump one, Dump other) {
        ArchiveClock first = new ArchiveClock(one);
        ArchiveClock second = new ArchiveClock(other);
        if (first.start == second.start && first.end == second.end) {
            first.stopWith(second);
        }
        return Arrays.equals(first.content(), second.content()) ? Optional.of(first.content()) : Optional.empty();
    }

    private void check() {
        if (start < HEAP_REGION || end < start || end > archive.limit() || crc(start, end) != regionCrc()) {
            throw new ImageException(
                    "the AOT cache is not as JDK 25 writes it: its object region's checksum is another");
        }
    }

    private int regionCrc() {
        return archive.getInt(HEAP_REGION);
    }

    private void stopWith(ArchiveClock other) {
        for (int at = start; at + Long.BYTES <= end; at += Long.BYTES) {
            if (time(at) != other.time(at) && readAt(at) && other.readAt(at)) {
                archive.putLong(at, 0);
                other.archive.putLong(at, 0);
            }
        }
        seal();
        other.seal();
    }

    private long time(int at) {
        return archive.getLong(at);
    }

    private boolean readAt(int at) {
        return dump.mayHaveRead(time(at));
    }

    private void seal() {
        archive.putInt(HEAP_REGION, crc(start, end));
        archive.putInt(HEADER_CRC, crc(HEADER_CRC + Integer.BYTES, archive.getInt(HEADER_SIZE)));
    }

    private int crc(int from, int to) {
        CRC32 crc = new CRC32();
        crc.update(archive.slice(from, to - from));
        return (int) crc.getValue();
    }

    private byte[] content() {
        return archive.array();
    }
}
