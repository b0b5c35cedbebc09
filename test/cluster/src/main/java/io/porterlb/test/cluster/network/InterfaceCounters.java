package io.porterlb.test.cluster.network;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What an interface has carried since it exists.
public record InterfaceCounters(long receivedBytes, long receivedPackets, long sentBytes, long sentPackets) {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /// Reads `/proc/net/dev`: two lines of headings, then `name: 8 figures received, 8 figures sent`.
    static Map<String, InterfaceCounters> parse(String procNetDev) {
        var counters = new LinkedHashMap<String, InterfaceCounters>();
        procNetDev.lines().skip(2).forEach(line -> {
            int colon = line.indexOf(':');
            String[] figures = SPACES.split(line.substring(colon + 1).strip());
            counters.put(line.substring(0, colon).strip(), of(figures));
        });
        return counters;
    }

    private static InterfaceCounters of(String[] figures) {
        return new InterfaceCounters(
                Long.parseLong(figures[0]),
                Long.parseLong(figures[1]),
                Long.parseLong(figures[8]),
                Long.parseLong(figures[9]));
    }
}
