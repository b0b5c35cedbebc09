package io.porterlb.test.cluster.router;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads what birdc prints, which is text for people. Pure.
final class BirdOutput {
    private static final Pattern IMPORTED = Pattern.compile("^ +Routes: +(\\d+) imported");
    private static final Pattern FIELD = Pattern.compile("^\\s+([A-Za-z_. ]+): +(.*)$");
    private static final Pattern ROUTE =
            Pattern.compile("^(\\S*) +(unicast|unreachable|blackhole) \\[.*?](?<best> \\*)?.*");
    private static final Pattern COMMUNITY = Pattern.compile("\\(([^)]*)\\)");

    private BirdOutput() {}

    /// `show protocols all`: a paragraph a protocol, its first line a table row with name and kind.
    static List<BgpSession> sessions(String text) {
        return paragraphs(text, line -> !line.isBlank() && !line.startsWith(" "))
                .filter(lines -> lines.getFirst().matches("\\S+ +BGP +.*"))
                .map(BirdOutput::session)
                .toList();
    }

    private static BgpSession session(List<String> lines) {
        Map<String, String> fields = fields(lines);
        int imported = lines.stream()
                .map(IMPORTED::matcher)
                .filter(Matcher::find)
                .mapToInt(count -> Integer.parseInt(count.group(1)))
                .sum();
        return new BgpSession(
                fields.getOrDefault("Neighbor address", ""),
                Long.parseLong(fields.getOrDefault("Neighbor AS", "0")),
                fields.getOrDefault("BGP state", "Idle").replace("Down", "Idle"),
                imported,
                fields.getOrDefault("Last error", ""));
    }

    /// `show route PREFIX all`: a paragraph a path, its first line with `*` where it is the best one.
    static List<BgpPath> paths(String text) {
        return paragraphs(text, line -> ROUTE.matcher(line).matches())
                .filter(lines -> fields(lines).containsKey("BGP.next_hop"))
                .map(BirdOutput::path)
                .toList();
    }

    private static BgpPath path(List<String> lines) {
        Map<String, String> fields = fields(lines);
        Matcher first = ROUTE.matcher(lines.getFirst());
        return new BgpPath(
                fields.getOrDefault("BGP.next_hop", "").split(" ", -1)[0],
                words(fields, "BGP.as_path").map(Long::valueOf).toList(),
                number(fields, "BGP.med"),
                number(fields, "BGP.local_pref"),
                communities(fields, "BGP.community"),
                communities(fields, "BGP.large_community"),
                first.matches() && first.group("best") != null);
    }

    /// `show route`: a line a path, of which the first of each prefix names it.
    static int prefixes(String text) {
        return Math.toIntExact(text.lines()
                .map(ROUTE::matcher)
                .filter(line -> line.matches() && !line.group(1).isEmpty())
                .count());
    }

    private static Stream<List<String>> paragraphs(String text, java.util.function.Predicate<String> isFirst) {
        var paragraphs = new ArrayList<List<String>>();
        text.lines().forEach(line -> {
            if (isFirst.test(line)) {
                paragraphs.add(new ArrayList<>());
            }
            if (!paragraphs.isEmpty()) {
                paragraphs.getLast().add(line);
            }
        });
        return paragraphs.stream();
    }

    private static Map<String, String> fields(List<String> lines) {
        var fields = new TreeMap<String, String>();
        lines.stream()
                .map(FIELD::matcher)
                .filter(Matcher::matches)
                .forEach(field ->
                        fields.putIfAbsent(field.group(1), field.group(2).strip()));
        return fields;
    }

    private static Stream<String> words(Map<String, String> fields, String key) {
        return Stream.of(fields.getOrDefault(key, "").split(" ", -1)).filter(word -> !word.isEmpty());
    }

    private static OptionalLong number(Map<String, String> fields, String key) {
        return words(fields, key).mapToLong(Long::parseLong).findFirst();
    }

    /// `(65000,1) (65000,2)`.
    private static List<String> communities(Map<String, String> fields, String key) {
        return COMMUNITY
                .matcher(fields.getOrDefault(key, ""))
                .results()
                .map(community -> community.group(1).replaceAll(", *", ":"))
                .toList();
    }
}
