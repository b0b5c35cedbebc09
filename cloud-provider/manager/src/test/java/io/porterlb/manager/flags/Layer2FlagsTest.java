package io.porterlb.manager.flags;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.manager.council.CouncilSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Layer2FlagsTest {
    @Test
    void byDefaultThereIsNoWitness() {
        Layer2Flags flags = Parsed.flags().layer2();
        assertEquals(List.of(), flags.faults().toList());
        assertEquals(new CouncilSettings(10_361, false), flags.council());
        assertEquals("porterlb-system", flags.namespace());
    }

    @Test
    void portWitnessAndNamespaceAreTaken() {
        Layer2Flags flags = Parsed.flags("--layer2-port=4711", "--layer2-witness=lease", "--namespace=lb")
                .layer2();
        assertEquals(List.of(), flags.faults().toList());
        assertEquals(new CouncilSettings(4711, true), flags.council());
        assertEquals("lb", flags.namespace());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--layer2-port=0", "--layer2-port=65536", "--layer2-witness=disk", "--namespace="})
    void whatCannotBeIsNamed(String flag) {
        List<String> faults = Parsed.flags(flag).faults();
        assertEquals(1, faults.size());
        assertEquals(0, faults.getFirst().indexOf(flag.substring(0, flag.indexOf('='))), faults.getFirst());
    }
}
