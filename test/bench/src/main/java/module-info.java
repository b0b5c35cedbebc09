/// Benchmarks: figures of ours beside those of others, measured in one run. [io.porterlb.test.bench.Bench] is the
/// program behind `hack/bench`; `report` has figures, table and file; `bgp` is the benchmark of the BGP and BFD
/// libraries, `failover` that of Layer 2 addresses. Open, since picocli reads the annotations, and JUnit, which is a
/// module here, calls the tests.
@org.jspecify.annotations.NullMarked
open module io.porterlb.test.bench {
    requires com.google.gson;
    requires info.picocli;
    requires io.porterlb.bfd;
    requires io.porterlb.bgp;
    requires io.porterlb.test.cluster;
    requires io.porterlb.test.e2e;
    requires java.management;
    requires static org.jspecify;
}
