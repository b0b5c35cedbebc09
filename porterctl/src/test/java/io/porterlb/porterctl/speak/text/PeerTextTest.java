package io.porterlb.porterctl.speak.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerTextTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1:65001, 192.0.2.1, 192.0.2.1, 179, 65001",
        "192.0.2.1:1790:4294967295, 192.0.2.1:1790, 192.0.2.1, 1790, 4294967295",
        "[2001:db8::1]:65001, [2001:db8::1], 2001:db8::1, 179, 65001",
        "[2001:db8:0::1]:1790:65001, [2001:db8::1]:1790, 2001:db8::1, 1790, 65001",
        "[fe80::1%eth0]:65001, [fe80::1%eth0], fe80::1%eth0, 179, 65001",
        "[fe80::1%eth0]:1790:65001, [fe80::1%eth0]:1790, fe80::1%eth0, 1790, 65001",
    })
    void isAnAddressPerhapsAPortAndAnAs(String text, String name, String address, int port, long as) {
        Parsed.Ok<?> parsed = assertInstanceOf(Parsed.Ok.class, PeerText.parse(text));
        PeerText peer = assertInstanceOf(PeerText.class, parsed.value());
        assertEquals(name, peer.name());
        assertEquals(address, peer.address().toString());
        assertEquals(port, peer.portOrUsual());
        assertEquals(as, peer.as());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            192.0.2.1                    | is not a peer: write ADDRESS:AS or ADDRESS:PORT:AS
            192.0.2.1:179:65001:1        | is not a peer
            2001:db8::1:65001            | is not a peer
            192.0.2.1:0                  | the AS of 192.0.2.1 is a number from 1 to 4294967295, not '0'
            192.0.2.1:4294967296         | not '4294967296'
            192.0.2.1:65536:65001        | the port of 192.0.2.1 is a number from 1 to 65535, not '65536'
            leaf-a:65001                 | 'leaf-a' is not an IP address
            [2001:db8::1:65001           | is not a peer
            [fe80::1]:65001              | fe80::1 is link-local: write its interface too
            [fe80::1%]:65001             | fe80::1 is link-local: write its interface too
            []:65001                     | '[]' is not an IP address
            """)
    void whatIsNoPeerIsAnsweredWithWhatToWrite(String text, String problem) {
        Parsed.Bad<?> bad = assertInstanceOf(Parsed.Bad.class, PeerText.parse(text));
        assertTrue(bad.problem().contains(problem), bad.problem());
    }
}
