package io.porterlb.test.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Figure FAST =
            new Figure("bgp", "one route", 1.5, "ms", Goal.atMost(2), Map.of("BIRD", 3.0, "FRR", 75.25));
    private static final Figure SLOW = new Figure("bgp", "memory", 250, "MiB", Goal.atMost(200), Map.of("BIRD", 50.0));
    private static final Figure RATE =
            new Figure("bgp", "taken in", 900, "1000/s", Goal.MORE, Map.of("BIRD", 300.0, "FRR", 450.0));

    @Test
    void ratioIsOursByTheBestOfTheOthers() {
        assertEquals(OptionalDouble.of(0.5), FAST.ratio());
        assertEquals(OptionalDouble.of(2), RATE.ratio());
        assertEquals(OptionalDouble.empty(), new Figure("bgp", "alone", 1, "ms", Goal.LESS, Map.of()).ratio());
    }

    @Test
    void theTableHasALineAFigure() {
        assertEquals("""
                figure          unit    PorterLB  goal          BIRD    FRR           ours/best
                bgp: one route  ms          1.50     2      ok     3  75.25                0.50
                bgp: memory     MiB          250   200  MISSED    50      -                   5
                bgp: taken in   1000/s       900     -           300    450  2 (more is better)
                """, Table.of(List.of(FAST, SLOW, RATE)));
    }

    @Test
    void theFileHasAnObjectAFigure() {
        assertEquals(JsonParser.parseString("""
                        [{"bench": "bgp", "figure": "memory", "value": 250.0, "unit": "MiB", "goal": 200.0, "ok": false,
                          "compared": {"BIRD": 50.0}},
                         {"bench": "bgp", "figure": "taken in", "value": 900.0, "unit": "1000/s", "goal": null,
                          "ok": true, "compared": {"BIRD": 300.0, "FRR": 450.0}}]
                        """), JsonParser.parseString(BenchFile.of(List.of(SLOW, RATE))));
    }

    @Test
    void medianIsTheMiddleOne() {
        assertEquals(2, Median.of(List.of(9.0, 1.0, 2.0)));
        assertEquals(3, Median.of(List.of(9.0, 1.0, 2.0, 4.0)));
        assertThrows(IllegalArgumentException.class, () -> Median.of(List.of()));
    }
}
