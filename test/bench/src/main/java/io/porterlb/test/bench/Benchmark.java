package io.porterlb.test.bench;

import io.porterlb.test.bench.bgp.BgpBench;
import io.porterlb.test.bench.failover.FailoverBench;
import io.porterlb.test.bench.report.Figure;
import java.util.List;

/// The benchmarks by their names on the command line.
enum Benchmark {
    /// The BGP and BFD libraries beside BIRD, FRR and GoBGP.
    BGP("bgp") {
        @Override
        List<Figure> run() throws Exception {
            return BgpBench.run();
        }
    },
    /// Layer 2 addresses, while nodes, agents and the API server are cut off, killed or restarted.
    FAILOVER("failover") {
        @Override
        List<Figure> run() {
            return FailoverBench.run();
        }
    };

    private final String word;

    Benchmark(String word) {
        this.word = word;
    }

    /// Takes minutes, and says on standard error what it does.
    abstract List<Figure> run() throws Exception;

    @Override
    public String toString() {
        return word;
    }
}
