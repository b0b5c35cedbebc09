package io.porterlb.test.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every seed, and every input that has broken something once, without a fuzzer.
class CorpusTest {
    private static final Path ROOT = Path.of(System.getProperty("porterlb.root", "../.."));

    record Input(Target target, Path file) {
        @Override
        public String toString() {
            return target + " " + file.getFileName();
        }
    }

    static Stream<Input> inputs() {
        return Arrays.stream(Target.values())
                .flatMap(target -> files(target).stream().map(file -> new Input(target, file)));
    }

    private static List<Path> files(Target target) {
        try (Stream<Path> files = Files.list(target.corpus(ROOT))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void propertiesHold(Input input) throws Exception {
        Class.forName(input.target().className())
                .getMethod("fuzzerTestOneInput", byte[].class)
                .invoke(null, (Object) Files.readAllBytes(input.file()));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void propertiesHoldWhereTheInputIsCutOff(Input input) throws Exception {
        byte[] whole = Files.readAllBytes(input.file());
        var target = Class.forName(input.target().className()).getMethod("fuzzerTestOneInput", byte[].class);
        for (int length = 0; length < whole.length; length++) {
            target.invoke(null, (Object) Arrays.copyOf(whole, length));
        }
    }

    @Test
    void everyTargetHasSeeds() {
        Arrays.stream(Target.values())
                .forEach(target -> assertFalse(files(target).isEmpty(), target.toString()));
    }
}
