package io.porterlb.test.bench.bgp;

import io.porterlb.test.bench.report.Goal;

/// What is measured of every announcer.
enum Measure {
    ESTABLISHED("configured to Established", "ms", Goal.atMost(300)),
    ONE("one route, call to wire", "ms", Goal.atMost(2)),
    ONE_BACK("one withdrawal", "ms", Goal.LESS),
    TEN("10,000 routes", "ms", Goal.atMost(50)),
    TEN_UPDATES("10,000 routes: UPDATEs", "messages", Goal.atMost(14)),
    TEN_BACK("10,000 withdrawals", "ms", Goal.LESS),
    HUNDRED("100,000 routes", "ms", Goal.atMost(300)),
    HUNDRED_UPDATES("100,000 routes: UPDATEs", "messages", Goal.atMost(130)),
    HUNDRED_BACK("100,000 withdrawals", "ms", Goal.LESS),
    RESIDENT("memory with 100,000 routes", "MiB", Goal.atMost(200)),
    TAKEN_IN("routes taken in, of 100,000", "1000/s", Goal.MORE),
    BFD_SLOW("BFD 3 x 300 ms: failure to Down", "ms", Goal.LESS),
    BFD_FAST("BFD 3 x 50 ms: failure to Down", "ms", Goal.LESS);

    private final String words;
    private final String unit;

    @SuppressWarnings("ImmutableEnumChecker") // a record of primitive values
    private final Goal goal;

    Measure(String words, String unit, Goal goal) {
        this.words = words;
        this.unit = unit;
        this.goal = goal;
    }

    String unit() {
        return unit;
    }

    Goal goal() {
        return goal;
    }

    @Override
    public String toString() {
        return words;
    }
}
