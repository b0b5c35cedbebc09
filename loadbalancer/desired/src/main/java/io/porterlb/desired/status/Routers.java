package io.porterlb.desired.status;

import io.porterlb.address.AddressRange;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.plan.Aggregation;
import io.porterlb.desired.plan.BackEnd;
import io.porterlb.desired.plan.Eligibility;
import io.porterlb.desired.plan.Sessions;
import io.porterlb.desired.pool.Pool;
import io.porterlb.desired.problem.EipProblem;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EipAnnouncement;
import io.porterlb.desired.view.NodeReport;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Who can tell whom of an Eip's addresses.
///
/// @param families that any session carries
record Routers(ClusterView view, Set<IpFamily> families) {
    static Routers of(ClusterView view, Collection<Sessions> sessions) {
        Set<IpFamily> families = sessions.stream()
                .flatMap(planned -> planned.peers().stream())
                .flatMap(peer -> peer.families().stream())
                .map(family -> family.family())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(IpFamily.class)));
        return new Routers(view, families);
    }

    /// Why addresses of the Eip are not announced as it says. Where there is no session at all, that is
    /// not the Eip's.
    Optional<EipProblem> problem(Pool pool) {
        if (pool.range().isEmpty() || pool.eip().foreign()) {
            return Optional.empty();
        }
        EipAnnouncement how = pool.eip().announcement();
        return selected(how)
                .or(() -> pool.eip().overLayer2()
                        ? links(pool)
                        : routes(pool, pool.range().get(), how));
    }

    /// What is refused by every node that reports and could be the one.
    private Optional<EipProblem> links(Pool pool) {
        List<NodeReport> reports = BackEnd.hosts(Optional.of(pool.eip()), Eligibility.nodes(view)).stream()
                .flatMap(node -> Optional.ofNullable(view.reports().get(node.name())).stream())
                .filter(report -> report.layer2().isPresent())
                .toList();
        SortedMap<String, String> refusals = new TreeMap<>();
        reports.forEach(report -> report.layer2()
                .map(layer2 -> layer2.refusals().get(pool.name()))
                .ifPresent(refusal -> refusals.put(report.node(), refusal)));
        return reports.isEmpty() || refusals.size() < reports.size()
                ? Optional.empty()
                : Optional.of(new EipProblem.NoInterface(refusals));
    }

    private Optional<EipProblem> routes(Pool pool, AddressRange range, EipAnnouncement how) {
        return named(how)
                .or(() -> family(range.family()))
                .or(() -> Aggregation.outside(pool.eip(), range)
                        .map(prefix -> new EipProblem.AggregateOutsideEip(prefix, range)));
    }

    private Optional<EipProblem> selected(EipAnnouncement how) {
        boolean any = view.nodes().values().stream()
                .anyMatch(node -> how.nodeSelector().matches(node.labels()));
        return any || view.nodes().isEmpty() ? Optional.empty() : Optional.of(new EipProblem.NoNodeSelected());
    }

    private Optional<EipProblem> named(EipAnnouncement how) {
        List<String> unknown = how.peers().stream()
                .filter(name -> !view.peers().containsKey(name))
                .toList();
        return unknown.isEmpty() ? Optional.empty() : Optional.of(new EipProblem.BgpPeerNotFound(unknown));
    }

    private Optional<EipProblem> family(IpFamily family) {
        return families.isEmpty() || families.contains(family)
                ? Optional.empty()
                : Optional.of(new EipProblem.NoPeerOfFamily(family));
    }
}
