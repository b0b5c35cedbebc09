package io.porterlb.bgp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The example in README.md is this one, word for word.
class ExampleTest {
    // example
    static void announceOneAddress() throws InterruptedException {
        PeerConfig leaf = PeerConfig.of("leaf-a", IpAddress.of("192.0.2.1"), 65001, 65000, IpAddress.of("192.0.2.7"));
        Prefix service = Prefix.host(IpAddress.of("198.51.100.7"));
        try (BgpSpeaker speaker = BgpSpeaker.start(status -> System.out.println(status))) {
            speaker.configure(Set.of(leaf));
            speaker.advertise(Set.of(Route.of(service)));
            Thread.sleep(60_000);
        }
    }
    // end of example

    @Test
    void readmeHasTheExample() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/porterlb/bgp/ExampleTest.java"));
        int start = source.indexOf("// example\n") + "// example\n".length();
        String example = source.substring(start, source.indexOf("    // end of example"))
                .indent(-4)
                .strip();
        String readme = Files.readString(Path.of("README.md"));
        assertTrue(readme.contains(example), example);
    }
}
