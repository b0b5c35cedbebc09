package io.porterlb.images.aot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.porterlb.images.process.ImageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/// Small archives in the format of JDK 25: a header, and a region of objects with a few words.
class ArchiveClockTest {
    private static final int REGION = 0x18 + 3 * 0x60;
    private static final int START = REGION + 0x60;

    private static byte[] archive(long... words) {
        ByteBuffer archive =
                ByteBuffer.allocate(START + words.length * Long.BYTES).order(ByteOrder.nativeOrder());
        archive.putInt(12, START);
        archive.putLong(REGION + 0x18, START);
        archive.putLong(REGION + 0x28, words.length * (long) Long.BYTES);
        for (int i = 0; i < words.length; i++) {
            archive.putLong(START + i * Long.BYTES, words[i]);
        }
        archive.putInt(REGION, crc(archive, START, archive.limit()));
        archive.putInt(4, crc(archive, 8, START));
        return archive.array();
    }

    private static int crc(ByteBuffer archive, int from, int to) {
        CRC32 crc = new CRC32();
        crc.update(archive.slice(from, to - from));
        return (int) crc.getValue();
    }

    @Test
    void timesGoAndChecksumsAreRight() {
        byte[] one = archive(7, 1_000, 1_001, 9);
        byte[] other = archive(7, 1_100, 1_102, 9);
        assertArrayEquals(
                archive(7, 0, 0, 9),
                ArchiveClock.stop(new Dump(one, 990, 1_010), new Dump(other, 1_090, 1_110))
                        .orElseThrow());
    }

    /// A reference and a null behind it, say.
    @Test
    void whatOnlyLooksLikeATimeStays() {
        byte[] one = archive(1_005, 1_000, 1_105);
        byte[] other = archive(1_005, 1_100, 1_105);
        assertArrayEquals(
                archive(1_005, 0, 1_105),
                ArchiveClock.stop(new Dump(one, 990, 1_010), new Dump(other, 1_090, 1_110))
                        .orElseThrow());
    }

    @Test
    void anotherDifferenceIsNoTime() {
        Dump one = new Dump(archive(7, 1_000), 990, 1_010);
        assertEquals(Optional.empty(), ArchiveClock.stop(one, new Dump(archive(8, 1_100), 1_090, 1_110)));
        assertEquals(Optional.empty(), ArchiveClock.stop(one, new Dump(archive(7, 1_100, 1), 1_090, 1_110)));
    }

    @Test
    void whereSomethingElseDiffersNothingIsChanged() {
        Dump one = new Dump(archive(1_000, 5), 990, 1_010);
        ArchiveClock.stop(one, new Dump(archive(1_100, 6), 1_090, 1_110));
        assertArrayEquals(archive(1_000, 5), one.content());
    }

    @Test
    void anotherFormatIsRefused() {
        byte[] broken = archive(1, 2);
        broken[START] = 5;
        Dump dump = new Dump(broken, 990, 1_010);
        assertThrows(ImageException.class, () -> ArchiveClock.stop(dump, dump));
    }
}
