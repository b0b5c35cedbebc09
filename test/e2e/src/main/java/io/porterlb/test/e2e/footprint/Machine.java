package io.porterlb.test.e2e.footprint;

import io.porterlb.test.cluster.network.NetworkNamespace;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/// What a machine's network namespace holds.
final class Machine {
    private final NetworkNamespace namespace;
    private final NavigableSet<String> lines = new TreeSet<>();

    private Machine(NetworkNamespace namespace) {
        this.namespace = namespace;
    }

    static NavigableSet<String> lines(NetworkNamespace namespace) {
        var machine = new Machine(namespace);
        machine.lookAtAddresses();
        machine.lookAtFilters();
        machine.add("socket", Normal.sockets(namespace.exec("ss", "-Hlntuw0p")));
        machine.add("process", JavaProcesses.in(namespace));
        return machine.lines;
    }

    private void lookAtAddresses() {
        add("link", Normal.links(namespace.exec("ip", "-o", "link")));
        add("address", Normal.addresses(namespace.exec("ip", "-o", "address")));
        for (String family : List.of("-4", "-6")) {
            add("route", Normal.routes(namespace.exec("ip", family, "-o", "route", "show", "table", "all")));
            add("rule " + family, Normal.rules(namespace.exec("ip", family, "rule")));
        }
    }

    /// iptables with its older back end has tables that nft does not show.
    private void lookAtFilters() {
        add("nft", NftRuleset.lines(namespace.exec("nft", "--stateless", "list", "ruleset")));
        for (String program : List.of("iptables", "ip6tables", "iptables-legacy", "ip6tables-legacy")) {
            add(program, Normal.iptables(namespace.exec(program + "-save")));
        }
    }

    private void add(String kind, List<String> found) {
        found.forEach(line -> lines.add(kind + " " + line));
    }
}
