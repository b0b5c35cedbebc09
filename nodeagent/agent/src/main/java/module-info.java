/// The program porter-agent: one on each node. It watches the cluster, plans what its node has to announce, and keeps
/// the node's BGP sessions and kernel rules. Start at {@link io.porterlb.agent.Agent}.
@org.jspecify.annotations.NullMarked
module io.porterlb.agent {
    requires io.porterlb.bfd;
    requires io.porterlb.bgp;
    requires io.porterlb.desired;
    requires io.porterlb.kube;
    requires io.porterlb.layer2;
    requires io.porterlb.ownership;
    requires io.porterlb.address;
    requires io.porterlb.program;
    requires io.porterlb.rules;
    requires info.picocli;
    requires static org.jspecify;

    opens io.porterlb.agent to
            info.picocli;
}
