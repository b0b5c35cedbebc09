package io.porterlb.test.architecture.planted.desired.cycle.b;

import io.porterlb.test.architecture.planted.desired.cycle.a.PartA;

public record PartB(Class<PartA> other) {
    public static String name() {
        return PartA.class.getName();
    }
}
