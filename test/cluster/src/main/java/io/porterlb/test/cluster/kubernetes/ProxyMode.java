package io.porterlb.test.cluster.kubernetes;

import java.util.Arrays;

/// kube-proxy's back end (`mode` of its KubeProxyConfiguration).
public enum ProxyMode {
    IPTABLES("iptables"),
    NFTABLES("nftables");

    private final String text;

    ProxyMode(String text) {
        this.text = text;
    }

    /// The one that is spelled so.
    public static ProxyMode of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no kube-proxy mode \"" + text + "\": use one of " + Arrays.toString(values())));
    }

    /// As kube-proxy's configuration spells it.
    @Override
    public String toString() {
        return text;
    }
}
