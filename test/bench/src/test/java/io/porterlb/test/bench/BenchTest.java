package io.porterlb.test.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BenchTest {
    private final StringWriter err = new StringWriter();

    @Test
    void anUnknownBenchmarkIsRefusedWithThoseThatThereAre() {
        int status = Bench.commandLine().setErr(new PrintWriter(err, true)).execute("speed");
        assertEquals(2, status);
        assertTrue(err.toString().contains("there is no benchmark 'speed'; there are bgp, failover"), err.toString());
    }
}
