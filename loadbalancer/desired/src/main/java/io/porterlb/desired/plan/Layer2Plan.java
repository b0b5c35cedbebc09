package io.porterlb.desired.plan;

import io.porterlb.desired.pool.Pools;
import java.util.List;

/// What nodes have to answer for on their links; the same for every node.
///
/// @param links Eips whose addresses that are, in order
/// @param answers addresses that some node may answer for, in order, each once
public record Layer2Plan(List<LinkPlan> links, List<AnswerPlan> answers) {
    /// Nothing.
    public static final Layer2Plan NONE = new Layer2Plan(List.of(), List.of());

    public Layer2Plan {
        links = List.copyOf(links);
        answers = List.copyOf(answers);
    }

    static Layer2Plan of(Pools pools, List<Addresses.Shown> shown, Candidates candidates) {
        return new Layer2Plan(
                links(pools),
                shown.stream()
                        .filter(one -> one.isBroughtBy(BackEnd.LAYER2))
                        .flatMap(one -> candidates.answer(one).stream())
                        .sorted()
                        .toList());
    }

    private static List<LinkPlan> links(Pools pools) {
        return pools.all().stream()
                .filter(pool -> !pool.eip().foreign() && pool.eip().overLayer2())
                .flatMap(pool -> pool.range().stream()
                        .map(range -> new LinkPlan(pool.name(), pool.eip().networkInterface(), range.first())))
                .sorted()
                .toList();
    }
}
