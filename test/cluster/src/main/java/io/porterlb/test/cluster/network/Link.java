package io.porterlb.test.cluster.network;

import io.porterlb.test.cluster.process.Command;
import java.util.List;

/// A cable between two namespaces: a veth pair. A value; its state is the kernel's. May be used from any thread.
///
/// It is cut at one end: the other one keeps its addresses and routes, as it would when a cable is pulled, and nothing
/// of ours shows in its namespace. Where one end is a segment's (a switch's), it is cut there.
///
/// @param name two roles with a hyphen, as `leaf1-spine1`
/// @param near the end nearer to the nodes
/// @param far the other end
/// @param cutEnd the one of both where it is cut
public record Link(String name, End near, End far, End cutEnd) {
    private static final String TABLE = "porterlb_cut_";

    /// One end of a link.
    ///
    /// @param role the part of the test bed that it belongs to, as `leaf1`
    /// @param namespace where the interface is
    /// @param device the interface's name, at most 15 characters
    public record End(String role, NetworkNamespace namespace, String device) {
        InterfaceCounters counters() {
            InterfaceCounters counters = namespace.counters().get(device);
            if (counters == null) {
                throw new IllegalStateException("no interface " + device + " in network namespace " + namespace);
            }
            return counters;
        }
    }

    /// Whether one of its ends belongs to this role.
    public boolean touches(String role) {
        return near.role().equals(role) || far.role().equals(role);
    }

    /// Takes the carrier away, as pulling the cable does: both ends see it at once.
    public void cut() {
        setCutEnd("down");
    }

    /// Drops every frame in both directions, ARP and IPv6 ND among them, while both ends still have a carrier: what a
    /// broken switch or a one-way fibre does. Needs nftables' ingress and egress hooks (Linux 5.16).
    public void cutSilently() {
        Command.of(cutEnd.namespace().command(List.of("nft", "-f", "-")))
                .withInput(dropEverything())
                .run();
    }

    private String dropEverything() {
        return """
                table netdev %1$s {
                  chain in {
                    type filter hook ingress device %2$s priority -500; policy drop;
                  }
                  chain out {
                    type filter hook egress device %2$s priority -500; policy drop;
                  }
                }
                """.formatted(table(), cutEnd.device());
    }

    /// Undoes both kinds of cut; nothing happens where the link is whole.
    public void restore() {
        Command.of(cutEnd.namespace().command(List.of("nft", "-f", "-")))
                .withInput("table netdev %1$s\ndelete table netdev %1$s\n".formatted(table()))
                .run();
        setCutEnd("up");
    }

    /// Packets that have come out of the link at its far end plus those that went in there.
    public long packets() {
        InterfaceCounters counters = far.counters();
        return counters.receivedPackets() + counters.sentPackets();
    }

    /// Packets that went from the far end towards the near one, that is towards the nodes.
    public long packetsTowardsNodes() {
        return far.counters().sentPackets();
    }

    private void setCutEnd(String state) {
        cutEnd.namespace().exec("ip", "link", "set", cutEnd.device(), state);
    }

    private String table() {
        return TABLE + cutEnd.device().replace('-', '_');
    }

    @Override
    public String toString() {
        return name;
    }
}
