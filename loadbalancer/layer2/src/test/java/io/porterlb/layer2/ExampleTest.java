package io.porterlb.layer2;

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
    static void answerForTwoAddresses() throws InterruptedException {
        Layer2Listener listener = status -> {
            String how = switch (status.state()) {
                case AnswerState.Probing() -> "is asked for on the link";
                case AnswerState.Announcing() -> "is answered for";
                case AnswerState.Conflict(var other, var _) -> "is in use at " + other;
                case AnswerState.LinkDown(var why) -> why;
            };
            System.out.println(status.address() + " on " + status.device() + ": " + how);
        };
        try (Layer2Speaker speaker = Layer2Speaker.start(listener)) {
            speaker.announce(Set.of(
                    new Answer(IpAddress.of("192.0.2.7"), "eth0", Answer.Start.PROBE),
                    new Answer(IpAddress.of("2001:db8::7"), "eth0", Answer.Start.PROBE)));
            Thread.sleep(60_000);
        }
    }
    // end of example

    @Test
    void readmeHasTheExample() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/porterlb/layer2/ExampleTest.java"));
        int start = source.indexOf("// example\n") + "// example\n".length();
        String example = source.substring(start, source.indexOf("    // end of example"))
                .indent(-4)
                .strip();
        String readme = Files.readString(Path.of("README.md"));
        assertTrue(readme.contains(example), example);
    }
}
