package io.porterlb.rules.lab;

/// Who drops on a node what is forwarded and nothing accepts.
public enum Firewall {
    IPTABLES_NFT("iptables-nft -P FORWARD DROP && ip6tables-nft -P FORWARD DROP"),
    IPTABLES_LEGACY("iptables-legacy -P FORWARD DROP && ip6tables-legacy -P FORWARD DROP"),
    /// As hosts that turn away politely.
    IPTABLES_REJECT("iptables-nft -A FORWARD -j REJECT && ip6tables-nft -A FORWARD -j REJECT"),
    NFTABLES("nft 'table inet filter { chain forward { type filter hook forward priority filter; policy drop;"
            + " iifname lo accept; }; }'");

    private final String script;

    Firewall(String script) {
        this.script = script;
    }

    /// A shell's script.
    String script() {
        return script;
    }
}
