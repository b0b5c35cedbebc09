package io.porterlb.bfd;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The example in README.md is this one, word for word.
class ExampleTest {
    // example
    static void watchOneRouter() throws InterruptedException {
        BfdListener listener = new BfdListener() {
            @Override
            public void up(BfdSessionStatus status) {
                System.out.println(status.name() + " is up");
            }

            @Override
            public void down(BfdSessionStatus status) {
                String what = status.failed() ? " has failed: " : " was ended: ";
                System.out.println(status.name() + what + status.diagnostic());
            }
        };
        try (BfdSpeaker speaker = BfdSpeaker.start(listener)) {
            speaker.configure(Set.of(BfdSessionConfig.singleHop("leaf-a", IpAddress.of("192.0.2.1"))));
            Thread.sleep(60_000);
        }
    }
    // end of example

    @Test
    void readmeHasTheExample() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/porterlb/bfd/ExampleTest.java"));
        int start = source.indexOf("// example\n") + "// example\n".length();
        String example = source.substring(start, source.indexOf("    // end of example"))
                .indent(-4)
                .strip();
        String readme = Files.readString(Path.of("README.md"));
        assertTrue(readme.contains(example), example);
    }
}
