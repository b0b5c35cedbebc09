package io.porterlb.test.e2e.footprint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What programs print, without what changes by itself: numbers of interfaces, processes and next hops,
/// counters, dates, lifetimes, and the interfaces of Pods, whose names are random. Pure.
final class Normal {
    /// As the CNI plugin `bridge` names a Pod's end of the link on the node.
    private static final Pattern POD_LINK = Pattern.compile("\\bveth[0-9a-f]{8}\\b");

    private static final Pattern LINK = Pattern.compile("^\\d+: ([^:@]+)");
    private static final Pattern ADDRESS = Pattern.compile("^\\d+: (\\S+)\\s+(inet6? \\S+)");
    private static final Pattern ROUTE_CHANGES = Pattern.compile(" (?:nhid|expires) \\S+");
    private static final Pattern COUNTERS = Pattern.compile(" \\[\\d+:\\d+]$");
    private static final Pattern PROCESS = Pattern.compile("\\(\"([^\"]+)\"");
    private static final int LOCAL_ADDRESS = 4;

    private Normal() {}

    /// Names, of `ip -o link`.
    static List<String> links(String text) {
        return lines(text)
                .flatMap(line -> find(LINK, line))
                .map(m -> m.group(1))
                .toList();
    }

    /// Interface, family and address with its prefix length, of `ip -o address`.
    static List<String> addresses(String text) {
        return lines(text)
                .flatMap(line -> find(ADDRESS, line))
                .map(m -> m.group(1) + " " + m.group(2))
                .toList();
    }

    /// Of `ip -o route show table all`; a backslash stands before each of several next hops.
    static List<String> routes(String text) {
        return lines(text)
                .map(line -> ROUTE_CHANGES.matcher(line).replaceAll(""))
                .map(Normal::oneSpace)
                .toList();
    }

    /// Of `ip rule`.
    static List<String> rules(String text) {
        return lines(text).map(Normal::oneSpace).toList();
    }

    /// Of `iptables-save`: each rule and chain with its table. Its comments are the date.
    static List<String> iptables(String text) {
        var table = new String[] {""};
        return lines(text)
                .filter(line -> !line.startsWith("#") && !line.equals("COMMIT"))
                .peek(line -> table[0] = line.startsWith("*") ? line.substring(1) : table[0])
                .map(line -> table[0] + " " + COUNTERS.matcher(line).replaceAll(""))
                .toList();
    }

    /// Protocol, state, local address and program, of `ss -Hlp`.
    static List<String> sockets(String text) {
        return lines(text).map(Normal::socket).toList();
    }

    private static String socket(String line) {
        String[] fields = line.split("\\s+", -1);
        String programs = PROCESS.matcher(line)
                .results()
                .map(m -> m.group(1))
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
        return (fields[0] + " " + fields[1] + " " + fields[LOCAL_ADDRESS] + " " + programs).strip();
    }

    private static Stream<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .filter(line -> !POD_LINK.matcher(line).find());
    }

    private static Stream<Matcher> find(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find() ? Stream.of(matcher) : Stream.empty();
    }

    private static String oneSpace(String line) {
        return line.replaceAll("\\s+", " ").strip();
    }
}
