package io.porterlb.images.aot;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Which classes an AOT cache is made of, and which lambdas: the text that `-XX:DumpLoadedClassList` writes and
/// `-XX:SharedClassListFile` reads. In the order of the alphabet, because the JVM
/// writes them as threads happened to load them: classes first, then what is done with them (lines that begin with
/// `@`).
///
/// @param lines without comments
public record ClassList(List<String> lines) {
    /// Numbers of classes in the order of loading. They are needed for class loaders of programs only, and ours have
    /// none.
    private static final Pattern ID = Pattern.compile(" id: \\d+$");

    public ClassList {
        lines = List.copyOf(lines);
    }

    /// What a run has loaded. Left out are the constants that it happened to resolve (`@cp`): they differ most between
    /// runs, and make half of the text.
    ///
    /// @param run the lines that the JVM wrote
    public static ClassList of(List<String> run) {
        NavigableSet<String> classes = new TreeSet<>();
        NavigableSet<String> uses = new TreeSet<>();
        run.stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("@cp ") && !line.contains(" source: "))
                .forEach(line -> (line.startsWith("@") ? uses : classes)
                        .add(ID.matcher(line).replaceAll("")));
        List<String> lines = new ArrayList<>(classes);
        lines.addAll(uses);
        return new ClassList(lines);
    }

    /// How many of its lines are in another list, between 0 and 1.
    public double shareIn(ClassList other) {
        TreeSet<String> common = new TreeSet<>(lines);
        common.retainAll(other.lines);
        return lines.isEmpty() ? 1 : (double) common.size() / lines.size();
    }
}
