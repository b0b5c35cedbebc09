package io.porterlb.test.bench.failover;

import io.porterlb.test.bench.report.Goal;

/// What should become of clients. That no two nodes answer at a time is demanded always.
enum Demand {
    /// Another node answers soon. What the dead one's kernel translated is broken, whoever moves the address.
    TAKEN_OVER,
    /// The address moves, and no request is lost. Connections break all the same.
    HANDED_OVER,
    /// Nothing moves, and nobody notices.
    UNHARMED;

    private static final int MOST_MILLIS = 500;

    /// Of the longest time between two answers, in milliseconds.
    Goal gap() {
        return this == TAKEN_OVER ? Goal.atMost(MOST_MILLIS) : Goal.LESS;
    }

    /// Of requests on new connections.
    Goal failed() {
        return this == TAKEN_OVER ? Goal.LESS : Goal.atMost(0);
    }

    /// Of connections that were open before.
    Goal broken() {
        return this == UNHARMED ? Goal.atMost(0) : Goal.LESS;
    }
}
