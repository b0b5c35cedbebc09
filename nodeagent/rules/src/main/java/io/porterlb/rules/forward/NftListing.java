package io.porterlb.rules.forward;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Reads what `nft -a -t list table` prints: one table, a line each rule, indented by tabs.
public final class NftListing {
    private static final Pattern CHAIN = Pattern.compile("\tchain (\\S+) \\{.*");
    private static final String FORWARD = "\t\ttype filter hook forward ";
    private static final Pattern RULE = Pattern.compile("\t\t(\\S.*) # handle (\\d+)");

    private NftListing() {}

    /// The chains of the forward hook that refuse at their end, and those that have a rule of ours left.
    ///
    /// @param table its family and name
    public static List<NftForward> forwardChains(String table, String printed) {
        List<String> lines = printed.lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> chainAt(table, lines.subList(i, lines.size())))
                .flatMap(Optional::stream)
                .filter(chain -> chain.refuses() || chain.hasOurs())
                .toList();
    }

    private static Optional<NftForward> chainAt(String table, List<String> lines) {
        Matcher head = CHAIN.matcher(lines.getFirst());
        if (!head.matches()) {
            return Optional.empty();
        }
        List<String> body =
                lines.stream().skip(1).takeWhile(line -> !line.equals("\t}")).toList();
        return body.stream()
                .filter(line -> line.startsWith(FORWARD))
                .findFirst()
                .map(type -> new NftForward(table, head.group(1), type.contains("policy drop;"), rules(body)));
    }

    private static List<NftRule> rules(List<String> body) {
        return body.stream()
                .map(RULE::matcher)
                .filter(Matcher::matches)
                .map(rule -> new NftRule(rule.group(1), rule.group(2)))
                .toList();
    }
}
