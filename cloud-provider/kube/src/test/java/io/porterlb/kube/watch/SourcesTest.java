package io.porterlb.kube.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.google.gson.JsonObject;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.kube.http.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private final Sources sources = Sources.create(() -> {});

    @Test
    void onlyMapsOfKindsThatChangedAreNew() {
        sources.namespaces().accept(object("a", "1"));
        ClusterView first = sources.join(ClusterView.EMPTY);
        assertEquals(
                Map.of("team", "x"),
                first.namespaces().values().iterator().next().labels());
        assertSame(first.namespaces(), sources.join(first).namespaces());
        sources.namespaces().accept(object("b", "2"));
        ClusterView second = sources.join(first);
        assertEquals(2, second.namespaces().size());
        assertEquals(1, first.namespaces().size());
        assertNotSame(first.namespaces(), second.namespaces());
        assertSame(first.services(), second.services());
    }

    @Test
    void endpointsOfAServiceAreGatheredFromAllItsSlices() {
        sources.slices().accept(slice("web-1", "web", "n1"));
        sources.slices().accept(slice("web-2", "web", "n2"));
        sources.slices().accept(slice("db-1", "db", "n1"));
        ClusterView view = sources.join(ClusterView.EMPTY);
        assertEquals(List.of("n1", "n2"), nodes(view, "web"));
        assertEquals(List.of("n1"), nodes(view, "db"));
        sources.slices().remove(slice("web-1", "web", "n1"));
        assertEquals(List.of("n2"), nodes(sources.join(view), "web"));
    }

    private static List<String> nodes(ClusterView view, String service) {
        return view.endpoints().getOrDefault(new ServiceKey("default", service), List.of()).stream()
                .map(EndpointView::node)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    private static JsonObject object(String name, String version) {
        return Json.object(
                "metadata",
                Map.of("name", name, "uid", name, "resourceVersion", version, "labels", Map.of("team", "x")));
    }

    private static JsonObject slice(String name, String service, String node) {
        return Json.object(
                "metadata",
                Map.of(
                        "namespace",
                        "default",
                        "name",
                        name,
                        "uid",
                        name,
                        "resourceVersion",
                        "1",
                        "labels",
                        Map.of("kubernetes.io/service-name", service)),
                "addressType",
                "IPv4",
                "endpoints",
                List.of(Map.of("nodeName", node)));
    }
}
