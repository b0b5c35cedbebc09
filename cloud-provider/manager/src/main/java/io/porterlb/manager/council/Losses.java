package io.porterlb.manager.council;

import io.porterlb.ownership.Council;
import io.porterlb.ownership.Member;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a council has lost.
///
/// @param lost names of the nodes that have a seat and are no candidates any more, in the order of their
///     seats. One whose address alone has changed still has its vote.
record Losses(Council council, List<String> lost) {
    static Losses of(Council council, Set<Member> members) {
        Set<String> names = members.stream().map(Member::name).collect(Collectors.toSet());
        return new Losses(
                council,
                council.seats().stream()
                        .map(Member::name)
                        .filter(name -> !names.contains(name))
                        .toList());
    }

    /// Whether those that are left are too few to put a council in force, or to get an address.
    boolean isHalf() {
        return council.seats().size() - lost.size() < council.toAcquire();
    }

    /// Whether those that are left are too few to keep an address, either.
    boolean isMost() {
        return 2 * lost.size() > council.seats().size();
    }
}
