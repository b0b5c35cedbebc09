/// A real Kubernetes and real routers in network namespaces, as a library, a JUnit extension and a command.
///
/// - [io.porterlb.test.cluster] starts and ends clusters;
/// - `network` has namespaces and links, `router` routing daemons, `fabric` puts them together;
/// - `kubernetes` has control plane and nodes, `programs` what they are made of;
/// - `process` runs commands and long-running processes;
/// - `command` is the program behind `hack/cluster`.
///
/// Open, since picocli reads the commands' annotations, and JUnit, which is a module here, calls the tests.
@org.jspecify.annotations.NullMarked
open module io.porterlb.test.cluster {
    requires transitive com.google.gson;
    requires info.picocli;
    requires java.net.http;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires static org.jspecify;
    requires static transitive org.junit.jupiter.api;

    exports io.porterlb.test.cluster;
    exports io.porterlb.test.cluster.fabric;
    exports io.porterlb.test.cluster.kubernetes;
    exports io.porterlb.test.cluster.network;
    exports io.porterlb.test.cluster.process;
    exports io.porterlb.test.cluster.programs;
    exports io.porterlb.test.cluster.router;
}
