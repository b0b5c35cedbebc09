package io.porterlb.desired.status;

import io.porterlb.desired.allocation.Holding;
import io.porterlb.desired.allocation.Notice;
import io.porterlb.desired.problem.Words;

/// What keeps an address from being announced, as nodes report it.
sealed interface Gap {
    Holding holding();

    /// No node that may announce it has a BGP session that is up.
    record NoSession(Holding holding) implements Gap {}

    /// It is no node's to answer for.
    record NoOwner(Holding holding) implements Gap {}

    /// The node that answered for it last is silent: it may go on, or nobody does. Its notice does not
    /// name the address, so that who gets it takes it over at once
    /// ([io.porterlb.desired.view.ServiceView#isSilent]).
    record OwnerNotHeard(Holding holding, String node) implements Gap {}

    /// It is a node's to answer for, which can't.
    ///
    /// @param why as a sentence
    record Hindered(Holding holding, String node, String why) implements Gap {}

    /// Whether it is a node's, which shows that it should be announced.
    default boolean isOwned() {
        return switch (this) {
            case NoSession _, NoOwner _, OwnerNotHeard _ -> false;
            case Hindered _ -> true;
        };
    }

    /// For the owner of the Service.
    ///
    /// @param though why it should be announced, to go on from the main clause; empty if that is plain
    default Notice notice(String though) {
        return switch (this) {
            case NoSession(Holding holding) ->
                new Notice(
                        "NoBgpSession",
                        "No node that may announce %s has a BGP session that is up%s: see kubectl get bgppeer, and the nodes that Eip %s selects."
                                .formatted(holding.address(), though, holding.eip()));
            case NoOwner(Holding holding) ->
                new Notice(
                        "NoNodeAnswers",
                        "No node answers for %s%s: the conditions of Eip %s and kubectl get porternode -o yaml tell why nodes can't."
                                .formatted(holding.address(), though, holding.eip()));
            case OwnerNotHeard(Holding holding, String node) ->
                new Notice(
                        "OwnerNotHeard",
                        "The API server does not hear of Node %s, which answered for the %s address of Eip %s: it may still do so, or nobody does%s, until it is back or is said to be off (out-of-service taint)."
                                .formatted(node, Words.family(holding.address().family()), holding.eip(), though));
            case Hindered hindered ->
                new Notice(
                        "NotAnsweredFor",
                        "Node %s does not answer for %s: %s"
                                .formatted(hindered.node(), hindered.holding().address(), hindered.why()));
        };
    }
}
