package io.porterlb.test.cluster;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ModuleTest {
    @Test
    void moduleIsNamed() {
        assertTrue(KubernetesCluster.class.getModule().isNamed());
    }
}
