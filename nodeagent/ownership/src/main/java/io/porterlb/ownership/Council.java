package io.porterlb.ownership;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The nodes that decide who has an address. All nodes must see the same one; [Configuration] takes care
/// of that.
///
/// @param seats at most seven, each once; the first that lives proposes who should have what
/// @param witnessed whether a [Witness] has a vote where the number of seats is even; without, half of the
///     seats are enough to keep an address, though not to get one
public record Council(List<Member> seats, boolean witnessed) {
    /// Up to as many members each has a seat, so that most of the council is most of the nodes, and half
    /// of it half of them.
    private static final int LARGEST = 7;

    public Council {
        seats = List.copyOf(seats);
        if (seats.size() > LARGEST || new HashSet<>(names(seats)).size() < seats.size()) {
            throw new IllegalArgumentException("a council has at most seven seats, each once: " + names(seats));
        }
    }

    /// The council of these members. Who has a seat keeps it; the others follow in an order that depends
    /// on names alone, so that one who comes or goes changes no other seat.
    Council next(Set<Member> members, boolean nextWitnessed) {
        Map<String, Member> byName = members.stream().collect(Collectors.toMap(Member::name, Function.identity()));
        Stream<String> seated = names(seats).stream().filter(byName::containsKey);
        Stream<String> others = byName.keySet().stream()
                .sorted(Comparator.comparingLong(Hash::of).thenComparing(Function.identity()));
        List<Member> next = Stream.concat(seated, others)
                .distinct()
                .limit(LARGEST)
                .map(name -> byName.get(name))
                .toList();
        return new Council(next, nextWitnessed);
    }

    /// Whether a witness has a vote.
    public boolean asksWitness() {
        return witnessed && seats.size() % 2 == 0;
    }

    /// How many votes, the witness' among them, get an address.
    public int toAcquire() {
        int votes = seats.size() + (asksWitness() ? 1 : 0);
        return votes / 2 + 1;
    }

    /// How many votes keep an address. Whoever acquires one meets at least one of them.
    public int toKeep() {
        return asksWitness() ? toAcquire() : Math.max(1, (seats.size() + 1) / 2);
    }

    private static List<String> names(List<Member> members) {
        return members.stream().map(Member::name).toList();
    }
}
