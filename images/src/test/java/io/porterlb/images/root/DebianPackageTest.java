package io.porterlb.images.root;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DebianPackageTest {
    @Test
    void theOwnerOfAFileIsTheFirstThatDpkgNames() {
        String answer = """
                libc6:amd64: /lib/x86_64-linux-gnu/libc.so.6
                dpkg-query: no path found matching pattern /usr/lib/x86_64-linux-gnu/libc.so.6
                nftables, other: /usr/sbin/nft
                """;
        assertEquals(
                Map.of("/lib/x86_64-linux-gnu/libc.so.6", "libc6:amd64", "/usr/sbin/nft", "nftables"),
                DebianPackage.parse(answer));
    }

    @Test
    void aPackageUrlEscapesWhatAUrlMayNotHold() {
        assertEquals(
                "pkg:deb/debian/libx@1%3A2.0%2Bdeb12?arch=amd64",
                new DebianPackage("libx", "1:2.0+deb12", "amd64").purl());
    }
}
