package io.porterlb.test.interop.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.router.RouterKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatrixTest {
    private static final Matrix.Row ROUTE = new Matrix.Row("session", "route in the kernel, eBGP IPv4");

    @Test
    void everyCellSaysWhatCameOfIt() {
        var matrix = new Matrix();
        matrix.enter(ROUTE, RouterKind.GOBGP, "not applicable: it has none");
        matrix.enter(ROUTE, RouterKind.FRR, "ok");
        assertEquals(
                """
                | topic | row | FRR 8.4.4 | BIRD 2.0.12 | GoBGP 3.10.0 |
                |---|---|---|---|---|
                | session | route in the kernel, eBGP IPv4 | ok | NOT RUN | not applicable: it has none |
                """,
                matrix.text(Map.of(RouterKind.FRR, "8.4.4", RouterKind.BIRD, "2.0.12", RouterKind.GOBGP, "3.10.0")));
    }

    @Test
    void moduleIsNamed() {
        assertTrue(Matrix.class.getModule().isNamed());
    }
}
