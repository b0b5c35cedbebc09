package io.porterlb.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class AgentTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1"})
    void aPortThatIsNoneIsRefusedBeforeAnythingStarts(String port) {
        StringWriter said = new StringWriter();
        int status = new CommandLine(new Agent())
                .setErr(new PrintWriter(said))
                .execute("--node-name", "n1", "--layer2-port", port);
        assertEquals(CommandLine.ExitCode.USAGE, status);
        assertTrue(said.toString().contains("--layer2-port is a UDP port, 1 to 65535"), said::toString);
    }
}
