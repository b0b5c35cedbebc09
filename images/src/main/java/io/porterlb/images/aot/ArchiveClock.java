package io.porterlb.images.aot;

import io.porterlb.images.process.ImageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
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
        this.archive = ByteBuffer.wrap(dump.content()).order(ByteOrder.nativeOrder());
        this.start = (int) archive.getLong(HEAP_REGION + REGION_OFFSET);
        this.end = start + (int) archive.getLong(HEAP_REGION + REGION_USED);
        check();
    }

    /// The JVM's clock for soft references, which is the one of `System.nanoTime` on Linux.
    static long now() {
        return Duration.ofNanos(System.nanoTime()).toMillis();
    }

    /// The cache without times, which is what becomes of the first; empty if the two differ in something else.
    ///
    /// @throws ImageException for another format
    static Optional<byte[]> stop(Dump one, Dump other) {
        ArchiveClock first = new ArchiveClock(one);
        ArchiveClock second = new ArchiveClock(other);
        if (!first.differsInTimesAlone(second)) {
            return Optional.empty();
        }
        first.stopWhereNot(second);
        return Optional.of(one.content());
    }

    private boolean differsInTimesAlone(ArchiveClock other) {
        return archive.limit() == other.archive.limit()
                && start == other.start
                && end == other.end
                && sameOutside(other)
                && words().allMatch(at -> word(at) == other.word(at) || isTime(at, other));
    }

    /// Outside the region of objects only the checksums may differ.
    private boolean sameOutside(ArchiveClock other) {
        return IntStream.concat(IntStream.range(0, start), IntStream.range(end, archive.limit()))
                .filter(at -> archive.get(at) != other.archive.get(at))
                .allMatch(at -> isIn(at, HEADER_CRC) || isIn(at, HEAP_REGION));
    }

    private static boolean isIn(int at, int checksum) {
        return at >= checksum && at < checksum + Integer.BYTES;
    }

    /// Where the words of the region begin.
    private IntStream words() {
        return IntStream.iterate(start, at -> at + Long.BYTES <= end, at -> at + Long.BYTES);
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

    private void stopWhereNot(ArchiveClock same) {
        words().filter(at -> word(at) != same.word(at)).forEach(at -> archive.putLong(at, 0));
        seal();
    }

    private long word(int at) {
        return archive.getLong(at);
    }

    private boolean isTime(int at, ArchiveClock other) {
        return dump.mayHaveRead(word(at)) && other.dump.mayHaveRead(other.word(at));
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
}
