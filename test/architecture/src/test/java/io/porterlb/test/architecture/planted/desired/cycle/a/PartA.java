package io.porterlb.test.architecture.planted.desired.cycle.a;

import io.porterlb.test.architecture.planted.desired.cycle.b.PartB;

public record PartA(Class<PartB> other) {
    public static String name() {
        return PartB.class.getName();
    }
}
