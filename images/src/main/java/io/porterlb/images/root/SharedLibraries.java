package io.porterlb.images.root;

import io.porterlb.images.process.ImageException;
import io.porterlb.images.process.Tool;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What programs and libraries load when they start, as ldd(1) tells.
///
/// @param found paths of this machine, the loader among them
/// @param missing names that were not found
record SharedLibraries(List<String> found, List<String> missing) {
    private static final Pattern FOUND = Pattern.compile("\\s(/\\S+) \\(0x");
    private static final Pattern MISSING = Pattern.compile("(\\S+) => not found");

    /// The libraries of this machine that the files of an image need and that the image does not have.
    ///
    /// @param files programs and libraries of the image
    /// @throws ImageException if one is missing here too
    static NavigableSet<String> missingIn(Root root, Collection<Path> files) {
        NavigableSet<String> needed = new TreeSet<>();
        for (Path file : files) {
            SharedLibraries libraries = parse(Tool.run("ldd", file.toString()));
            libraries.missing.forEach(name -> checkHas(root, name, file));
            needed.addAll(libraries.found);
        }
        needed.removeIf(library -> library.startsWith(root.folder().toString()));
        return needed;
    }

    /// The JVM loads some of its libraries before those that need them, and from a folder of its own.
    private static void checkHas(Root root, String name, Path user) {
        if (root.files().stream().noneMatch(file -> file.endsWith(name))) {
            throw new ImageException("the shared library " + name + ", which " + root.pathOf(user)
                    + " needs, is missing on this machine");
        }
    }

    /// Of lines like `name => /path (address)`, `/path (address)` and `name => not found`.
    static SharedLibraries parse(String output) {
        return new SharedLibraries(all(FOUND, output), all(MISSING, output));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).toList();
    }
}
