package io.porterlb.test.chart;

import org.junit.jupiter.api.Tag;

/// A rule about what the chart renders. It needs helm, which is built from source, and no cluster.
@Tag("cluster")
abstract class ChartTest {
    static final Chart CHART = Chart.ofSourceTree();
}
