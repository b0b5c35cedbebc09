/// The program porter-manager: it gives Services their addresses, keeps the record of them, writes every
/// status, and makes new Nodes schedulable. Start at {@link io.porterlb.manager.Manager}.
@org.jspecify.annotations.NullMarked
module io.porterlb.manager {
    requires com.codahale.metrics;
    requires com.google.gson;
    requires io.porterlb.address;
    requires io.porterlb.desired;
    requires io.porterlb.kube;
    requires io.porterlb.ownership;
    requires io.porterlb.program;
    requires info.picocli;
    requires jdk.httpserver;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires org.yaml.snakeyaml;
    requires static org.jspecify;

    opens io.porterlb.manager to
            info.picocli;
    opens io.porterlb.manager.flags to
            info.picocli;
    opens io.porterlb.manager.config to
            info.picocli; // CloudConfigArgument
}
