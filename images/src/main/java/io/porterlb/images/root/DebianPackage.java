package io.porterlb.images.root;

import io.porterlb.images.process.ImageException;
import io.porterlb.images.process.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;

/// A package of the distribution from which files were taken.
///
/// @param architecture Debian's name, such as `amd64`
public record DebianPackage(String name, String version, String architecture) implements Comparable<DebianPackage> {
    /// The packages that own some files of this machine.
    ///
    /// @throws ImageException where this machine has no dpkg, or a file belongs to no package
    public static NavigableSet<DebianPackage> owners(Collection<Path> files) {
        List<String> words = new ArrayList<>(List.of("dpkg-query", "--search"));
        files.forEach(file -> words.addAll(names(file)));
        // The status tells that one of two names is not known
        Map<String, String> owners = parse(Tool.result(words).output());
        NavigableSet<DebianPackage> packages = new TreeSet<>();
        for (Path file : files) {
            packages.add(installed(names(file).stream()
                    .map(owners::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow(() -> new ImageException(file + " belongs to no Debian package of this machine"))));
        }
        return packages;
    }

    /// Where `/lib` is a link to `/usr/lib`, a package may have either path in its list.
    private static List<String> names(Path file) {
        return file.startsWith("/usr") ? List.of(file.toString()) : List.of(file.toString(), "/usr" + file);
    }

    /// Of lines like `libc6:amd64, other: /path` the first package of each path.
    static Map<String, String> parse(String output) {
        Map<String, String> owners = new HashMap<>();
        output.lines().filter(line -> line.contains(": /")).forEach(line -> {
            int end = line.indexOf(": /");
            owners.put(line.substring(end + 2), line.substring(0, end).split(", ", -1)[0]);
        });
        return owners;
    }

    private static DebianPackage installed(String name) {
        String format = "${Package}\t${Version}\t${Architecture}";
        String[] fields =
                Tool.run("dpkg-query", "--show", "--showformat=" + format, name).split("\t", -1);
        return new DebianPackage(fields[0], fields[1], fields[2]);
    }

    /// The package URL ([type deb](https://github.com/package-url/purl-spec)).
    public String purl() {
        return "pkg:deb/debian/" + name + "@" + version.replace(":", "%3A").replace("+", "%2B") + "?arch="
                + architecture;
    }

    @Override
    public int compareTo(DebianPackage other) {
        return name.compareTo(other.name);
    }
}
