package io.porterlb.ownership;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The example in README.md is this one, word for word.
class ExampleTest {
    // example
    static void shareOneAddress(Member self, Set<Member> members, byte[] key) throws Exception {
        OwnershipListener listener = lease -> {
            long rest = lease.until() - System.nanoTime();
            System.out.println("for " + rest + " ns this node may answer for " + lease.addresses());
        };
        Configuration stored = Configuration.first(members, false);
        OwnershipSettings settings = OwnershipSettings.of(self, stored);
        try (OwnershipNode node = OwnershipNode.start(settings, List.of(key), listener)) {
            node.wanted(Map.of(IpAddress.of("192.0.2.7"), Eligibility.of("192.0.2.0/24")));
            node.offer(Set.of("192.0.2.0/24"));
            Thread.sleep(60_000);
        }
    }
    // end of example

    @Test
    void readmeHasTheExample() throws Exception {
        String source = Files.readString(Path.of("src/test/java/io/porterlb/ownership/ExampleTest.java"));
        int start = source.indexOf("// example\n") + "// example\n".length();
        String example = source.substring(start, source.indexOf("    // end of example"))
                .indent(-4)
                .strip();
        String readme = Files.readString(Path.of("README.md"));
        assertTrue(readme.contains(example), example);
    }
}
