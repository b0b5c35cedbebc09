package io.porterlb.test.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ModuleTest {
    @Test
    void runsInANamedModule() {
        assertTrue(ModuleTest.class.getModule().isNamed());
    }
}
