package io.porterlb.layer2.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import io.porterlb.layer2.wire.Frame;
import io.porterlb.layer2.wire.FrameWriter;
import io.porterlb.layer2.wire.NeighborAdvertisement;
import io.porterlb.layer2.wire.NeighborAdvertisement.Flags;
import io.porterlb.layer2.wire.NeighborSolicitation;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameFilterTest {
    private static final MacAddress MAC = MacAddress.of("02:00:5e:00:53:01");
    private static final IpAddress ADDRESS = IpAddress.of("2001:db8::7");
    private static final byte[] ASK = FrameWriter.write(
            new Frame(MAC, MAC, new NeighborSolicitation(ADDRESS, ADDRESS, ADDRESS, Optional.empty())));
    private static final byte[] ANSWER = FrameWriter.write(new Frame(
            MAC,
            MAC,
            new NeighborAdvertisement(ADDRESS, ADDRESS, ADDRESS, new Flags(false, true, true), Optional.empty())));

    @ParameterizedTest
    @CsvSource({
        "PACKET_HOST,      0, 0,      true",
        "PACKET_BROADCAST, 1, 0,      true",
        "PACKET_MULTICAST, 2, 0,      true",
        "PACKET_OTHERHOST, 3, 0,      false",
        "PACKET_OUTGOING,  4, 0,      false",
        "priority alone,   1, 0xE000, true",
        "VLAN 1,           1, 0x0001, false",
        "VLAN 4094,        1, 0xEFFE, false"
    })
    void onlyWhatIsForUsAndWithoutVlan(String what, int packetType, int vlanTag, boolean passes) {
        assertEquals(passes, new BpfInterpreter(packetType, vlanTag).passes(FrameFilter.ARP, ASK), what);
        assertEquals(passes, new BpfInterpreter(packetType, vlanTag).passes(FrameFilter.NEIGHBORS, ASK), what);
        assertEquals(passes, new BpfInterpreter(packetType, vlanTag).passes(FrameFilter.NEIGHBORS, ANSWER), what);
    }

    @ParameterizedTest
    @CsvSource({
        "20, 17, another protocol",
        "21, 254, forwarded",
        "54, 134, a router advertisement",
        "54, 137, a redirect"
    })
    void nothingElseOfIpv6(int offset, int value, String what) {
        byte[] frame = ASK.clone();
        frame[offset] = (byte) value;
        assertEquals(false, new BpfInterpreter(0, 0).passes(FrameFilter.NEIGHBORS, frame), what);
    }

    @Test
    void runsInANamedModule() {
        assertEquals("io.porterlb.layer2", FrameFilter.class.getModule().getName());
    }
}
