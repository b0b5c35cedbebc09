package io.porterlb.test.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A module that these tests do not see would escape every rule.
class ModulesTest {
    private static final Pattern TEST_METHOD =
            Pattern.compile("(?m)^    @(Test|ParameterizedTest|TestFactory|RepeatedTest|InteropRow)\\b");
    private static final Pattern INCLUDE = Pattern.compile("<include>\\*\\*/\\*(\\w+\\.java)</include>");

    static List<Path> folders() {
        return Modules.folders();
    }

    static List<Path> named() {
        return Modules.named();
    }

    @Test
    void everyPomBelowTheRootIsAModuleOfTheBuild() throws IOException {
        try (Stream<Path> files = Files.walk(Modules.ROOT, 3)) {
            List<Path> poms = files.filter(file -> file.endsWith("pom.xml"))
                    .map(file -> file.resolveSibling(".").normalize())
                    .filter(folder -> !folder.equals(Modules.ROOT.normalize()))
                    .filter(folder -> !folder.endsWith(Path.of("test", "architecture")))
                    .filter(folder -> !folder.toString().contains("target"))
                    .sorted()
                    .toList();
            assertEquals(
                    Modules.folders().stream().map(Path::normalize).sorted().toList(), poms);
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theTestSeesClassesOfTheModule(Path folder) {
        assertTrue(
                new ClassFileImporter()
                        .importPath(Modules.classes(folder)).stream()
                                .anyMatch(c -> !c.getSimpleName().equals("module-info")),
                folder + " has no classes here: is it built before test/architecture (a dependency in its pom)?");
    }

    @ParameterizedTest
    @MethodSource("named")
    void theModuleHasADescriptor(Path folder) {
        assertTrue(Files.exists(Modules.classes(folder).resolve("module-info.class")), folder + " has no module-info");
    }

    @ParameterizedTest
    @MethodSource("named")
    void theModuleIsNullMarked(Path folder) {
        assertTrue(
                Modules.read(folder.resolve("src/main/java/module-info.java")).contains("NullMarked"),
                folder + " is not @NullMarked");
    }

    /// Surefire takes classes whose names end in Test, and those that a pom names beside them.
    @ParameterizedTest
    @MethodSource("folders")
    void everyClassWithTestsIsRunByTheBuild(Path folder) throws IOException {
        String pom = Modules.read(folder.resolve("pom.xml"));
        Path tests = folder.resolve("src/test/java");
        if (!Files.exists(tests)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tests)) {
            files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> TEST_METHOD.matcher(Modules.read(f)).find())
                    .forEach(f -> assertTrue(isTaken(f.getFileName().toString(), pom), f + " is not run"));
        }
    }

    private static boolean isTaken(String file, String pom) {
        return file.endsWith("Test.java")
                || INCLUDE.matcher(pom).results().anyMatch(include -> file.endsWith(include.group(1)));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void testsOfTheModuleAreNotDisabled(Path folder) throws IOException {
        Path tests = folder.resolve("src/test/java");
        if (!Files.exists(tests)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tests)) {
            files.filter(f -> f.toString().endsWith(".java"))
                    .forEach(f -> assertFalse(Modules.read(f).contains("@Disabled"), f + " skips a test"));
        }
    }
}
