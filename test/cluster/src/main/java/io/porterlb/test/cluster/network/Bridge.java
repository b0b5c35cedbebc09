package io.porterlb.test.cluster.network;

import io.porterlb.test.cluster.process.Command;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// A switch: a bridge of the kernel, which has a namespace to itself. A value; its state is the kernel's. May be used
/// from any thread.
///
/// @param device the bridge's name; those of its ports are their own
public record Bridge(NetworkNamespace namespace, String device) {
    private static final String TABLE = "porterlb_apart";
    /// Of a second: how long hosts may take to say what they listen to, and after which the bridge goes by it.
    private static final int RESPONSE_CENTISECONDS = 100;

    /// Whether to pass multicast on to those ports only behind which somebody has asked for it, by IGMP or MLD (RFC
    /// 4541). The bridge asks all hosts itself, since without a querier it would pass everything on.
    public void snoop(boolean wanted) {
        String how = wanted
                ? "mcast_snooping 1 mcast_query_response_interval %d mcast_querier 1".formatted(RESPONSE_CENTISECONDS)
                : "mcast_snooping 0 mcast_querier 0";
        namespace.ip(List.of("link set " + device + " type bridge " + how));
    }

    /// Passes nothing on between the ports of the one side and those of the other, as where the cable between two
    /// switches is cut; whoever is on neither side reaches both. Needs nftables' family bridge.
    public void separate(Collection<String> oneSide, Collection<String> otherSide) {
        nft("""
                table bridge %1$s {
                  chain forward {
                    type filter hook forward priority 0;
                    iifname { %2$s } oifname { %3$s } drop
                    iifname { %3$s } oifname { %2$s } drop
                  }
                }
                """.formatted(TABLE, set(oneSide), set(otherSide)));
    }

    /// Undoes [#separate]; nothing happens where nothing was separated.
    public void rejoin() {
        nft("table bridge %1$s\ndelete table bridge %1$s\n".formatted(TABLE));
    }

    private void nft(String rules) {
        Command.of(namespace.command(List.of("nft", "-f", "-")))
                .withInput(rules)
                .run();
    }

    private static String set(Collection<String> ports) {
        return ports.stream().map(port -> '"' + port + '"').collect(Collectors.joining(", "));
    }
}
