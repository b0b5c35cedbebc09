package io.porterlb.test.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The modules that the root pom lists, and their class files.
final class Modules {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    static final Path ROOT = Path.of(System.getProperty("porterlb.root", "../.."));

    /// Modules without module-info, each with the reason.
    private static final Map<String, String> ON_THE_CLASS_PATH = Map.of(
            "test/fuzz", "Jazzer's jars split a package, and the targets reach into packages that are not exported");

    private Modules() {}

    /// Folders of all modules of the build, this one excepted.
    static List<Path> folders() {
        return MODULE.matcher(read(ROOT.resolve("pom.xml")))
                .results()
                .map(m -> m.group(1))
                .filter(name -> !name.equals("test/architecture"))
                .map(ROOT::resolve)
                .toList();
    }

    /// Folders of the modules that must have a module-info.
    static List<Path> named() {
        return folders().stream()
                .filter(folder ->
                        !ON_THE_CLASS_PATH.containsKey(ROOT.relativize(folder).toString()))
                .toList();
    }

    static Path classes(Path folder) {
        return folder.resolve("target/classes");
    }

    /// The production classes of every module.
    static JavaClasses production() {
        return new ClassFileImporter()
                .importPaths(folders().stream().map(Modules::classes).toList());
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
