package io.porterlb.rules.table;

/// The chains of our table.
///
/// They stand around those of others in the forward hook, at 100 below and above their priority, `filter`:
/// kube-proxy's and iptables' stand at 0, firewalld's at 10. The mark that the first one sets lives until the
/// last one.
///
/// What comes by the last one and is still addressed to a VIP was not translated by kube-proxy, and would go
/// back to the router, and from there here again, until its TTL ends.
final class Chains {
    /// Replies and ICMP errors of a connection have its original destination, too: both directions pass.
    private static final String TRANSLATED = """
                    ct status dnat ct original ip daddr @vips4 meta mark set meta mark | %1$s
                    ct status dnat ct original ip6 daddr @vips6 meta mark set meta mark | %1$s
            """.formatted(Mark.text());

    /// What is refused below has to come that far: a policy of drop would leave its sender waiting.
    private static final String TO_BE_REFUSED = """
                    ct state new ip daddr @vips4 meta mark set meta mark | %1$s
                    ct state new ip6 daddr @vips6 meta mark set meta mark | %1$s
            """.formatted(Mark.text());

    private static final String STILL_TO_A_VIP = """
                    ip daddr @vips4 goto unserved
                    ip6 daddr @vips6 goto unserved
            """;

    /// A VIP is on no interface, so nobody would answer: the node does, at the interface where the request
    /// comes in.
    private static final String ECHO = """
                chain echo {
                    type nat hook prerouting priority dstnat; policy accept;
                    ip daddr @vips4 icmp type echo-request redirect
                    ip6 daddr @vips6 icmpv6 type echo-request redirect
                }
            """;

    /// In this order: an endpoint may be the VIP of another cluster, and is somebody else's; a connection is
    /// never cut; a port that kube-proxy does not know yet, or drops for want of an endpoint here, is asked
    /// for again by its client, where a refusal would be final; an invalid packet may belong to a connection
    /// that lives, and an ICMP error must not cause one (RFC 1122 section 3.2.2).
    private static final String UNSERVED = """
                chain refuse {
                    meta l4proto tcp reject with tcp reset
                    reject with icmpx port-unreachable
                }
                chain unserved {
                    ct status dnat return
                    ct state established,related return
                    ip daddr . meta l4proto . th dport @ports4 drop
                    ip6 daddr . meta l4proto . th dport @ports6 drop
                    ct state new limit rate 100/second burst 100 packets goto refuse
                    drop
                }
            """;

    private Chains() {}

    static String text(boolean kubeProxy) {
        return ECHO
                + (kubeProxy ? UNSERVED : "")
                + forward("before-others", "filter - 100", unmark() + TRANSLATED + (kubeProxy ? TO_BE_REFUSED : ""))
                + forward("after-others", "filter + 100", unmark() + (kubeProxy ? STILL_TO_A_VIP : ""));
    }

    /// In front, too: what somebody else has marked so is not ours to let through.
    private static String unmark() {
        return "        meta mark & %1$s == %1$s meta mark set meta mark & %2$s%n"
                .formatted(Mark.text(), Mark.allOthers());
    }

    private static String forward(String name, String priority, String rules) {
        return """
                    chain %s {
                        type filter hook forward priority %s; policy accept;
                %s    }
                """.formatted(name, priority, rules);
    }
}
