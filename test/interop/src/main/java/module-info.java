/// Our BGP and BFD speakers against other people's routers, each in network namespaces of its own, without Kubernetes.
///
/// - `lab` has the network, the router and the speaker under test;
/// - `matrix` runs each row against every kind of router and writes down what happened.
///
/// The rows are the tests of this module. It is open because JUnit, which is a module here, calls them.
@org.jspecify.annotations.NullMarked
open module io.porterlb.test.interop {
    requires transitive io.porterlb.bfd;
    requires transitive io.porterlb.bgp;
    requires transitive io.porterlb.test.cluster;
    requires static transitive org.jspecify;
    requires transitive org.junit.jupiter.api;

    exports io.porterlb.test.interop.lab;
}
