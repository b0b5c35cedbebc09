package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.porterlb.address.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IngressTest {
    private static final String MIXED = """
            {"loadBalancer": {"ingress": [
                {"ip": "198.51.100.7", "ipMode": "VIP"},
                {"ip": "203.0.113.9", "ipMode": "Proxy", "ports": [{"port": 80, "protocol": "TCP"}]},
                {"hostname": "lb.example.com"}]}}
            """;

    private static Optional<JsonElement> after(String status, IngressChange change) {
        return Ingress.after(JsonParser.parseString(status).getAsJsonObject(), change)
                .map(object -> object);
    }

    private static Optional<JsonElement> json(String text) {
        return Optional.of(JsonParser.parseString(text));
    }

    @Test
    void whatIsShownReplacesEverything() {
        IngressChange show = new IngressChange.Show(List.of(IpAddress.of("198.51.100.8")));
        assertEquals(json("{\"ingress\": [{\"ip\": \"198.51.100.8\", \"ipMode\": \"VIP\"}]}"), after(MIXED, show));
    }

    @Test
    void whatIsRemovedLeavesOthersAsTheyWroteIt() {
        assertEquals(json("""
                        {"ingress": [
                            {"ip": "203.0.113.9", "ipMode": "Proxy", "ports": [{"port": 80, "protocol": "TCP"}]},
                            {"hostname": "lb.example.com"}]}
                        """), after(MIXED, new IngressChange.Remove(Set.of("198.51.100.7"))));
    }

    @Test
    void whereNothingIsRemovedNothingIsWritten() {
        assertEquals(Optional.empty(), after(MIXED, new IngressChange.Remove(Set.of())));
    }

    @Test
    void aServiceWithoutAStatusHasNothingToRemove() {
        assertEquals(
                json("{\"ingress\": []}"),
                Ingress.after(new JsonObject(), new IngressChange.Remove(Set.of("198.51.100.7")))
                        .map(object -> object));
    }
}
