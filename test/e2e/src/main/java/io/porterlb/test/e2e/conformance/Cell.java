package io.porterlb.test.e2e.conformance;

import static io.porterlb.test.cluster.kubernetes.ProxyMode.IPTABLES;
import static io.porterlb.test.cluster.kubernetes.ProxyMode.NFTABLES;

import io.porterlb.test.cluster.kubernetes.ProxyMode;
import java.util.Arrays;
import java.util.Locale;

/// A part of the suite, and the cluster that it is run on: a cell of the table mode x kube-proxy.
enum Cell {
    BGP_PORTS_IPTABLES(Selection.LOAD_BALANCER, Announcing.BGP_PORTS, IPTABLES),
    BGP_PORTS_NFTABLES(Selection.LOAD_BALANCER, Announcing.BGP_PORTS, NFTABLES),
    BGP_ADDRESSES_IPTABLES(Selection.LOAD_BALANCER, Announcing.BGP_ADDRESSES, IPTABLES),
    BGP_ADDRESSES_NFTABLES(Selection.LOAD_BALANCER, Announcing.BGP_ADDRESSES, NFTABLES),
    LAYER2_IPTABLES(Selection.LOAD_BALANCER, Announcing.LAYER2, IPTABLES),
    LAYER2_NFTABLES(Selection.LOAD_BALANCER, Announcing.LAYER2, NFTABLES),
    CONFORMANCE_IPTABLES(Selection.NETWORK_CONFORMANCE, Announcing.BGP_PORTS, IPTABLES),
    CONFORMANCE_NFTABLES(Selection.NETWORK_CONFORMANCE, Announcing.BGP_PORTS, NFTABLES);

    private final Selection selection;
    private final Announcing announcing;
    private final ProxyMode proxy;

    Cell(Selection selection, Announcing announcing, ProxyMode proxy) {
        this.selection = selection;
        this.announcing = announcing;
        this.proxy = proxy;
    }

    Selection selection() {
        return selection;
    }

    Announcing announcing() {
        return announcing;
    }

    ProxyMode proxy() {
        return proxy;
    }

    /// The one that is spelled so.
    static Cell of(String text) {
        return Arrays.stream(values())
                .filter(cell -> cell.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no cell \"" + text + "\": use some of " + Arrays.toString(values())));
    }

    /// As the command line spells it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
