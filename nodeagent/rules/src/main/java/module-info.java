/// The kernel rules of a node that serves addresses: what nftables and iptables have to let through, to refuse
/// and to answer. Knows nothing of Kubernetes but the names of kube-proxy's chains.
///
/// Start at [io.porterlb.rules.KernelRules]. Inside, `table` is our own table and `forward` are the chains of
/// others that would drop, both as pure functions; `kernel` runs the programs and reads the files; `check` says
/// what else of a node would keep traffic away.
@org.jspecify.annotations.NullMarked
module io.porterlb.rules {
    requires transitive io.porterlb.address;
    requires static transitive org.jspecify;

    exports io.porterlb.rules;
    exports io.porterlb.rules.check;
}
