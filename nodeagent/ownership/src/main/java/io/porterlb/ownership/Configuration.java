package io.porterlb.ownership;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which council decides. There is one writer of these, who stores them where each node reads them.
///
/// A node needs the votes of this council and of the one before. So two configurations that follow each
/// other can't give one address to two nodes: both need most of the council that they share. Of two that
/// don't follow each other the older must be out of use: the writer makes the next one only after
/// [OwnershipStatus#inForce] has been true of this one for a second, on whichever node. Then most of both
/// councils count votes for older ones no more. One that can't get in force is replaced by another that
/// follows the same council as it does ([#again]), so that all of these share it.
///
/// Configurations spread among the nodes by themselves, too.
///
/// @param generation counts up; the same number is the same configuration
public record Configuration(long generation, Council council, Council previous) {
    /// No council: nobody has anything.
    public static final Configuration NONE =
            new Configuration(0, new Council(List.of(), false), new Council(List.of(), false));

    /// The first one.
    public static Configuration first(Set<Member> members, boolean witnessed) {
        Council council = NONE.council.next(members, witnessed);
        return new Configuration(1, council, council);
    }

    /// The one after this, if it is in force. The same members again let go of the council before.
    public Configuration next(Set<Member> members, boolean witnessed) {
        return new Configuration(generation + 1, council.next(members, witnessed), council);
    }

    /// The one after this, where so many of its council are gone that it can't get in force: another one in
    /// its place. It needs the votes of the same council before, and of that most must be there.
    public Configuration again(Set<Member> members, boolean witnessed) {
        return new Configuration(generation + 1, previous.next(members, witnessed), previous);
    }

    /// The one after this, where so many of a council are gone for good that no address can be got any
    /// more, and this one can't get in force. Whoever makes it vouches that those of [#deciding] who are
    /// no members any more are off.
    ///
    /// Those of them that are left are the whole council, until the next one: whatever was granted before
    /// and is valid yet needed the vote of each of them. If none is left, nothing is valid.
    public Configuration afterLoss(Set<Member> members, boolean witnessed, boolean inForce) {
        Set<String> deciding =
                deciding(inForce).seats().stream().map(Member::name).collect(Collectors.toSet());
        Set<Member> left = members.stream()
                .filter(member -> deciding.contains(member.name()))
                .collect(Collectors.toSet());
        Council next = council.next(left.isEmpty() ? members : left, witnessed);
        return new Configuration(generation + 1, next, next);
    }

    /// The council whose votes nobody has an address without. As long as this configuration is not in
    /// force, some nodes may still go by the one before, which knows nothing of the new council.
    public Council deciding(boolean inForce) {
        return inForce ? council : previous;
    }
}
