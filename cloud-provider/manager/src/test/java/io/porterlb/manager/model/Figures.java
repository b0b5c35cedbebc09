package io.porterlb.manager.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a history was like, for people: whether it has met what it is to prove.
final class Figures {
    private final Set<String> refusals = new TreeSet<>(); // reasons
    private int points;
    private int crashes;
    private int given;
    private int held;
    private int shared;
    private int pairs;

    void crash() {
        crashes++;
    }

    /// @param before the quiet point before
    void quiet(ClusterState before, ClusterState now) {
        points++;
        given += (int) now.records().stream()
                .filter(recorded -> !before.records().contains(recorded))
                .count();
        held += now.records().size();
        shared += (int) Sharers.of(now).count();
        pairs += (int)
                now.byOwner().values().stream().filter(own -> own.size() > 1).count();
        now.services().stream()
                .flatMap(service -> service.refusal().stream())
                .map(why -> why.text("reason"))
                .forEach(refusals::add);
    }

    /// How many quiet points there were.
    int points() {
        return points;
    }

    @Override
    public String toString() {
        return String.join(
                "; ",
                List.of(
                        points + " quiet points",
                        crashes + " looks after a crash",
                        given + " addresses given, " + held / Math.max(1, points) + " held on average",
                        pairs + " times a Service had one of each family",
                        shared + " times one was shared",
                        "refusals " + refusals));
    }
}
