package io.porterlb.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

class LauncherTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command(name = "porter-test", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static final class Failing implements Callable<Integer> {
        private final Exception failure;

        Failing(Exception failure) {
            this.failure = failure;
        }

        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }

    private int run(String... arguments) {
        return run(new IOException("the port is taken"), arguments);
    }

    private int run(Exception failure, String... arguments) {
        CommandLine line = Launcher.commandLine(new Failing(failure));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    @Test
    void aFailureIsASentenceNotAStackTrace() {
        assertEquals(1, run());
        assertEquals("porter-test: the port is taken", err.toString().strip());
    }

    @Test
    void aFaultOfOursComesWithItsStackTrace() {
        assertEquals(1, run(new IllegalStateException("two of one name")));
        assertTrue(err.toString().contains("porter-test: two of one name"), err.toString());
        assertTrue(err.toString().contains("at io.porterlb"), err.toString());
    }

    @Test
    void wrongArgumentsAreRefused() {
        assertEquals(2, run("--wrong"));
        assertEquals(
                "porter-test: Unknown option: '--wrong'\nSee porter-test --help.",
                err.toString().strip());
    }

    @Test
    void ofAFlagThatIsGivenTwiceTheLastCounts() {
        CommandLine line = Launcher.commandLine(new Failing(new IOException("not run")));
        line.getCommandSpec()
                .addOption(OptionSpec.builder("--port").type(Integer.class).build());
        assertEquals(4, line.parseArgs("--port=3", "--port", "4").matchedOptionValue("--port", 0));
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertEquals(0, run("--version"));
        assertTrue(out.toString().matches("(?s)PorterLB \\d+\\.\\d+\\.\\d+.*"), out.toString());
        assertFalse(out.toString().contains("$"), out.toString());
    }
}
