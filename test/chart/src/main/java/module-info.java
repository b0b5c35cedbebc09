/// The Helm chart as its users meet it: what it renders, what it refuses, and what a real Kubernetes makes of
/// it.
///
/// [io.porterlb.test.chart.Chart] renders it; the rules are the tests of this module. It is open because JUnit,
/// which is a module here, calls them.
@org.jspecify.annotations.NullMarked
open module io.porterlb.test.chart {
    requires transitive com.google.gson;
    requires transitive io.porterlb.test.cluster;
    requires static transitive org.jspecify;
    requires transitive org.junit.jupiter.api;
    requires org.yaml.snakeyaml;

    exports io.porterlb.test.chart;
}
