package io.porterlb.test.e2e.layer2;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Everything that was said on a segment about who has one address: answers and announcements. Pure.
///
/// @param said in the order of time
public record Answers(List<Said> said) {
    public Answers {
        said = said.stream().sorted(Comparator.comparing(Said::at)).toList();
    }

    /// One frame.
    ///
    /// @param who the node that sent it, or its Ethernet address where it is no node's
    public record Said(Instant at, String who) {}

    /// The time in which one was heard.
    ///
    /// @param frames how often
    public record Reign(String who, Instant first, Instant last, int frames) {}

    /// Of each who was heard, from its first frame to its last, in the order of the first.
    public List<Reign> reigns() {
        Map<String, List<Said>> byWho =
                said.stream().collect(Collectors.groupingBy(Said::who, LinkedHashMap::new, Collectors.toList()));
        List<Reign> reigns = new ArrayList<>();
        byWho.forEach((who, frames) -> reigns.add(
                new Reign(who, frames.getFirst().at(), frames.getLast().at(), frames.size())));
        return reigns;
    }

    /// What was said by one after another one had taken its place; nothing where there never were two at a time.
    public List<Said> late() {
        Set<String> known = new HashSet<>();
        List<Said> late = new ArrayList<>();
        String present = "";
        for (Said frame : said) {
            if (known.add(frame.who())) {
                present = frame.who();
            } else if (!frame.who().equals(present)) {
                late.add(frame);
            }
        }
        return late;
    }

    /// Who was heard when, in milliseconds from a moment.
    public String since(Instant moment) {
        return reigns().stream()
                .map(reign -> "%s %d..%d ms (%d)"
                        .formatted(
                                reign.who(),
                                Duration.between(moment, reign.first()).toMillis(),
                                Duration.between(moment, reign.last()).toMillis(),
                                reign.frames()))
                .collect(Collectors.joining(", "));
    }
}
