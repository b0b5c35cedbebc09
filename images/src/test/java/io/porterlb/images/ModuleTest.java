package io.porterlb.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ModuleTest {
    @Test
    void testsRunInTheModule() {
        assertEquals("io.porterlb.images", ImageCommand.class.getModule().getName());
    }
}
