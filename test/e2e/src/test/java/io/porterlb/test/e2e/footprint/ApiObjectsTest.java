package io.porterlb.test.e2e.footprint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiObjectsTest {
    private static Set<String> lines(String items) {
        return ApiObjects.lines(JsonParser.parseString(items).getAsJsonArray());
    }

    @Test
    void objectIsItsKindItsGroupAndItsName() {
        assertEquals(Set.of("Eip.network.kubesphere.io pool", "Secret default/password"), lines("""
                [{"apiVersion": "network.kubesphere.io/v1alpha2", "kind": "Eip", "metadata": {"name": "pool"}},
                 {"apiVersion": "v1", "kind": "Secret", "metadata": {"namespace": "default", "name": "password",
                  "labels": {"changes": "nothing"}}}]"""));
    }

    @Test
    void whatIsWrittenOnAServiceIsShown() {
        assertEquals(
                List.of(
                        "Service default/echo",
                        "Service default/echo: annotation a=b",
                        "Service default/echo: condition Announced=True",
                        "Service default/echo: finalizer porterlb.io/release",
                        "Service default/echo: ingress {\"ip\":\"192.0.2.1\"}",
                        "Service default/echo: is being deleted",
                        "Service default/echo: label app=echo"),
                List.copyOf(lines("""
                        [{"apiVersion": "v1", "kind": "Service",
                          "metadata": {"namespace": "default", "name": "echo", "labels": {"app": "echo"},
                            "annotations": {"a": "b"}, "finalizers": ["porterlb.io/release"],
                            "deletionTimestamp": "2026-01-01T00:00:00Z"},
                          "status": {"loadBalancer": {"ingress": [{"ip": "192.0.2.1"}]},
                            "conditions": [{"type": "Announced", "status": "True", "message": "any"}]}}]""")));
    }

    @Test
    void podsOfOneOwnerAreOneLineAndHeartbeatsNone() {
        assertEquals(Set.of("Pod default/echo-5d-*"), lines("""
                [{"apiVersion": "v1", "kind": "Pod", "metadata": {"namespace": "default", "generateName": "echo-5d-",
                  "name": "echo-5d-a"}},
                 {"apiVersion": "v1", "kind": "Pod", "metadata": {"namespace": "default", "generateName": "echo-5d-",
                  "name": "echo-5d-b"}},
                 {"apiVersion": "coordination.k8s.io/v1", "kind": "Lease",
                  "metadata": {"namespace": "kube-node-lease", "name": "node1"}}]"""));
    }
}
