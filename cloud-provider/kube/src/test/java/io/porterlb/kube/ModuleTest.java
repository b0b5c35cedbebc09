package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ModuleTest {
    @Test
    void runsAsAModule() {
        assertTrue(KubeCluster.class.getModule().isNamed());
    }
}
