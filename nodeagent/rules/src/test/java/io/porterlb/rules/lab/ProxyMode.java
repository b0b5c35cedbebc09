package io.porterlb.rules.lab;

/// Rules in the places where kube-proxy 1.35 has them, for one address of each family and its port 80: what it
/// translates, and what it leaves.
public enum ProxyMode {
    /// Jumps from nat's PREROUTING to KUBE-SERVICES.
    IPTABLES {
        @Override
        String script() {
            return iptables("iptables-nft", Node.V4.toString(), Node.POD_V4)
                    + " && "
                    + iptables("ip6tables-nft", Node.V6.toString(), "[" + Node.POD_V6 + "]");
        }
    },
    /// Tables of its own, named kube-proxy.
    NFTABLES {
        @Override
        String script() {
            return nftables("ip", Node.V4.toString(), Node.POD_V4)
                    + " && "
                    + nftables("ip6", Node.V6.toString(), "[" + Node.POD_V6 + "]");
        }
    };

    abstract String script();

    private static String iptables(String program, String vip, String pod) {
        return """
                %1$s -t nat -N KUBE-SERVICES &&
                %1$s -t nat -I PREROUTING -m comment --comment "kubernetes service portals" -j KUBE-SERVICES &&
                %1$s -t nat -A KUBE-SERVICES -d %2$s -p tcp --dport 80 -j DNAT --to-destination %3$s:8080""".formatted(program, vip, pod);
    }

    private static String nftables(String family, String vip, String pod) {
        return """
                nft '
                table %1$s kube-proxy {
                  chain nat-prerouting {
                    type nat hook prerouting priority dstnat; policy accept;
                    %1$s daddr %2$s tcp dport 80 dnat to %3$s:8080
                  }
                }'""".formatted(family, vip, pod);
    }
}
