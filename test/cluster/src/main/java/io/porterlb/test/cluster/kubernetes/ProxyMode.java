package io.porterlb.test.cluster.kubernetes;

/// kube-proxy's back end (`mode` of its KubeProxyConfiguration).
public enum ProxyMode {
    IPTABLES("iptables"),
    NFTABLES("nftables");

    private final String text;

    ProxyMode(String text) {
        this.text = text;
    }

    /// As kube-proxy's configuration spells it.
    @Override
    public String toString() {
        return text;
    }
}
