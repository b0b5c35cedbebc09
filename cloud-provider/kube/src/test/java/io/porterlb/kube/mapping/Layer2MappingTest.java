package io.porterlb.kube.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.Layer2Report;
import io.porterlb.desired.view.Layer2Report.Owned;
import io.porterlb.desired.view.Layer2Report.State;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.resource.PorterNodeStatus.Layer2;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How much of what a node owns finds room in its report.
class Layer2MappingTest {
    private static Layer2Report report(int addresses) {
        List<Owned> owned = IntStream.range(0, addresses)
                .mapToObj(i -> new Owned(
                        IpAddress.of("2001:db8:1:2:aaaa:bbbb:%x:%x".formatted(i >> 8, i & 0xFF)),
                        "eth0",
                        i == 0 ? State.IN_USE : State.ANNOUNCING,
                        "2026-01-01T00:00:00Z",
                        i == 0 ? "m" : ""))
                .toList();
        return new Layer2Report(owned, 0, Map.of("pool", "why"), List.of(), 1, true, "7");
    }

    private static Layer2Report written(Layer2Report report) {
        return Layer2Mapping.report(Json.read(Json.tree(Layer2Mapping.status(report)), Layer2.class));
    }

    @Test
    void aFewAddressesAreWrittenWithAllThatIsKnown() {
        assertEquals(report(200), written(report(200)));
    }

    @Test
    void ofManyThoseThatAreNotWellAreWrittenSo() {
        Layer2Report read = written(report(500));
        assertEquals(report(1).addresses().getFirst(), read.addresses().getFirst());
        Owned last = read.addresses().getLast();
        assertEquals(new Owned(last.address(), "", State.ANNOUNCING, "", ""), last);
        assertEquals(500, read.addresses().size());
    }

    @Test
    void whatFindsNoRoomIsCounted() {
        Layer2Report read = written(report(10_000));
        assertEquals(10_000, read.addresses().size() + read.more());
        assertTrue(read.more() > 0);
        assertEquals(Map.of("pool", "why"), read.refusals());
        int size = Json.tree(Layer2Mapping.status(report(10_000))).toString().length();
        assertTrue(size < 48 << 10, size + " characters");
    }
}
