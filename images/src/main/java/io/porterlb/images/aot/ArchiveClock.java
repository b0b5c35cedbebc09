package io.porterlb.images.aot;

import io.porterlb.images.process.ImageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.zip.CRC32;

/// Takes the one thing out of an AOT cache that differs between two of the same classes: the time, in
/// milliseconds since the machine's start, that `SoftReference.timestamp` of archived objects and
/// `SoftReference.clock` have. It becomes 0, "last used long ago"; on any other machine it means nothing
/// anyway. The checksums are made right again.
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

    private final ByteBuffer archive;
    private final int start;
    private final int end;

    private ArchiveClock(ByteBuffer archive) {
        this.archive = archive;
        this.start = (int) archive.getLong(HEAP_REGION + REGION_OFFSET);
        this.end = start + (int) archive.getLong(HEAP_REGION + REGION_USED);
    }

    /// The JVM's clock for soft references, which is the one of `System.nanoTime` on Linux.
    static long now() {
        return Duration.ofNanos(System.nanoTime()).toMillis();
    }

    /// Rewrites an archive.
    ///
    /// @param content all of it; it is changed
    /// @param after the archive was made after this time
    /// @param before and before this one
    /// @throws ImageException for another format
    static byte[] reset(byte[] content, long after, long before) {
        ArchiveClock clock = new ArchiveClock(ByteBuffer.wrap(content).order(ByteOrder.nativeOrder()));
        clock.check();
        clock.reset(after, before);
        return content;
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

    private void reset(long after, long before) {
        for (int at = start; at + Long.BYTES <= end; at += Long.BYTES) {
            long value = archive.getLong(at);
            if (value >= after && value <= before) {
                archive.putLong(at, 0);
            }
        }
        archive.putInt(HEAP_REGION, crc(start, end));
        archive.putInt(HEADER_CRC, crc(HEADER_CRC + Integer.BYTES, archive.getInt(HEADER_SIZE)));
    }

    private int crc(int from, int to) {
        CRC32 crc = new CRC32();
        crc.update(archive.slice(from, to - from));
        return (int) crc.getValue();
    }
}
