package io.porterlb.test.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// One rule, and classes that break it on purpose: a rule that lets them pass proves nothing.
record Rule(String name, ArchRule rule, List<Class<?>> planted) {
    static Rule of(String name, ArchRule rule, Class<?>... planted) {
        return new Rule(name, rule, List.of(planted));
    }

    @Override
    public String toString() {
        return name;
    }
}
