package io.porterlb.rules.check;

/// What is looked at on a node.
public enum NodeCheck {
    /// The kernel forwards packets at all (`net.ipv4.ip_forward`, `net.ipv6.conf.all.forwarding`).
    IP_FORWARDING,
    /// No strict reverse path filter ([RFC 3704](https://www.rfc-editor.org/rfc/rfc3704) section 2.2;
    /// `net.ipv4.conf.*.rp_filter`).
    REVERSE_PATH,
    /// What is forwarded to Pods is let through by all chains.
    FORWARD_CHAINS,
    /// kube-proxy's mode ipvs leaves ARP for service addresses to PorterLB (`strictARP`).
    IPVS_STRICT_ARP,
    /// kube-proxy knows which traffic is from Pods of its node (`clusterCIDR`, `detectLocalMode`).
    DETECT_LOCAL
}
