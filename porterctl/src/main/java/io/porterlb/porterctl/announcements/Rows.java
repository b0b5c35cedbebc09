package io.porterlb.porterctl.announcements;

import io.porterlb.address.AddressRange;
import io.porterlb.address.IpAddress;
import io.porterlb.address.RangeText;
import io.porterlb.kube.agents.Layer2Announcement;
import io.porterlb.kube.agents.NodeAnnouncements;
import io.porterlb.kube.agents.RouteAnnouncement;
import io.porterlb.kube.agents.RouteAnnouncement.Told;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Joins what agents say with the addresses that Services hold.
final class Rows {
    private static final Comparator<Row> ORDER = Comparator.comparing(
                    (Row row) -> first(row.address()), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Row::address)
            .thenComparing(Row::node)
            .thenComparing(Row::note);

    private Rows() {}

    /// By address, then by node. Every address that is held is there.
    static List<Row> of(List<Held> held, Collection<NodeAnnouncements> said) {
        List<Row> announced = said.stream().flatMap(node -> rows(held, node)).toList();
        Set<String> known = announced.stream().map(Row::address).collect(Collectors.toSet());
        Stream<Row> others = held.stream()
                .filter(one -> !known.contains(one.address().toString()))
                .map(Row::nobody);
        return Stream.concat(announced.stream(), others).sorted(ORDER).toList();
    }

    /// Those held whose rows bring no traffic to any node.
    static List<Held> unannounced(List<Held> held, List<Row> rows) {
        Set<String> announced =
                rows.stream().filter(Row::announced).map(Row::address).collect(Collectors.toSet());
        return held.stream()
                .filter(one -> !announced.contains(one.address().toString()))
                .toList();
    }

    private static Stream<Row> rows(List<Held> held, NodeAnnouncements said) {
        return Stream.concat(
                said.routes().stream().flatMap(route -> rows(held, said.node(), route)),
                said.layer2().stream().map(answer -> row(services(held, answer.address()), said.node(), answer)));
    }

    /// A route may lead to several addresses, or to one whose Service has just gone.
    private static Stream<Row> rows(List<Held> held, String node, RouteAnnouncement route) {
        List<Held> reached = held.stream()
                .filter(one -> !Collections.disjoint(one.services(), route.services()))
                .filter(one -> range(route.prefix())
                        .filter(range -> range.contains(one.address()))
                        .isPresent())
                .toList();
        return reached.isEmpty()
                ? Stream.of(row(plain(route.prefix()), route.services(), node, route))
                : reached.stream().map(one -> row(one.address().toString(), one.services(), node, route));
    }

    private static Row row(String address, List<String> services, String node, RouteAnnouncement route) {
        boolean told = !route.peers().isEmpty();
        String note = Stream.of(
                        plain(route.prefix()).equals(address) ? "" : "in " + route.prefix(),
                        route.nextHop().isEmpty() ? "" : "next hop " + route.nextHop())
                .filter(phrase -> !phrase.isEmpty())
                .collect(Collectors.joining(", "));
        return new Row(
                address,
                services,
                "bgp",
                node,
                "",
                route.peers(),
                told ? route.leaving() ? "Leaving" : "Announced" : "NoSession",
                told,
                route.peers().stream().map(Told::since).min(String::compareTo).orElse(route.since()),
                note);
    }

    private static List<String> services(List<Held> held, String address) {
        return held.stream()
                .filter(one -> one.address().toString().equals(address))
                .flatMap(one -> one.services().stream())
                .toList();
    }

    private static Row row(List<String> services, String node, Layer2Announcement answer) {
        return new Row(
                answer.address(),
                services,
                "layer2",
                node,
                answer.device(),
                List.of(),
                answer.state(),
                answer.answers(),
                answer.since(),
                answer.why());
    }

    /// A host route is its address.
    private static String plain(String prefix) {
        return range(prefix)
                .filter(range -> range.first().equals(range.last()))
                .map(range -> range.first().toString())
                .orElse(prefix);
    }

    private static @Nullable IpAddress first(String address) {
        return range(address).map(AddressRange::first).orElse(null);
    }

    private static Optional<AddressRange> range(String text) {
        return RangeText.parse(text) instanceof RangeText.Parsed parsed
                ? Optional.of(parsed.range())
                : Optional.empty();
    }
}
