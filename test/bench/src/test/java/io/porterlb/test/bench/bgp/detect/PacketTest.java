package io.porterlb.test.bench.bgp.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PacketTest {
    @Test
    void isWrittenAsInRfc5880() {
        byte[] expected = HexFormat.of()
                .parseHex(
                        "20" // version 1, no diagnostic
                                + "d0" // Up, Final
                                + "03" // multiplier
                                + "18" // length
                                + "0000004d" + "00000007" // discriminators
                                + "0000c350" + "0000c350" // 50 ms
                                + "00000000"); // no Echo
        ByteBuffer packet = Packet.write(Packet.UP, true, 77, 7, 50_000);
        assertEquals(ByteBuffer.wrap(expected), packet);
    }

    @Test
    void isReadAsInRfc5880() {
        ByteBuffer down = ByteBuffer.wrap(HexFormat.of().parseHex("21600318000000070000004d" + "0".repeat(24)));
        assertEquals(new Packet(Packet.TIME_EXPIRED, Packet.DOWN, true, 7), Packet.read(down));
    }
}
