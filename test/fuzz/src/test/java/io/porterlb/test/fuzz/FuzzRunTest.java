package io.porterlb.test.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A short run of the fuzzer on every target, from the seeds. `hack/fuzz` runs longer and goes on where it ended.
@Tag("fuzz")
class FuzzRunTest {
    private static final Path ROOT = Path.of(System.getProperty("porterlb.root", "../.."));
    private static final Duration TIME = Duration.ofSeconds(15);

    @ParameterizedTest
    @EnumSource(Target.class)
    void nothingIsFound(Target target, @TempDir Path folder) throws Exception {
        FuzzResult result = new FuzzRun(target, TIME, folder).run(ROOT.toAbsolutePath());
        assertFalse(result.finding(), () -> target + ": " + result + "\n" + result.logText());
        assertTrue(result.executions() > 0 && result.coverage() > 0, target + ": " + result);
    }
}
