package io.porterlb.test.e2e.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ConformanceTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        return Conformance.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void helpNamesEveryCell() {
        assertEquals(0, execute("--help"));
        String help = out.toString().replaceAll("\\s+", " ");
        for (Cell cell : Cell.values()) {
            assertTrue(help.contains(cell.toString()), help);
        }
    }

    @Test
    void unknownCellIsRefusedWithThoseThatThereAre() {
        assertEquals(2, execute("bgp-ipvs"));
        assertTrue(err.toString().contains("bgp-addresses-iptables"), err.toString());
    }
}
