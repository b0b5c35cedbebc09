package io.porterlb.test.e2e.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuiteTest {
    private static final String LIST = """
            The following spec names can be used with 'ginkgo run --focus/skip':
                k8s.io/kubernetes/test/e2e/network/loadbalancer.go:134: [sig-network] LoadBalancers [Feature:LoadBalancer] \
            should be able to change the type and ports of a TCP service [Slow]
                k8s.io/kubernetes/test/e2e/network/service.go:9: [sig-network] Services should serve on Type LoadBalancer\s
                k8s.io/kubernetes/test/e2e/network/dns.go:59: [sig-network] DNS should resolve: all names [Conformance]
                k8s.io/kubernetes/test/e2e/network/x.go:5: [sig-network] X should disturb [Serial] [Conformance]
                k8s.io/kubernetes/test/e2e/apps/job.go:7: [sig-apps] Job should run [Conformance]

            """;

    private static List<String> titles(Selection selection) {
        return Suite.parse(LIST).stream()
                .filter(selection::takes)
                .map(Spec::title)
                .toList();
    }

    @Test
    void loadBalancerSpecsAreThoseOfTheFeatureAndThatOfTheType() {
        assertEquals(
                List.of(
                        "LoadBalancers should be able to change the type and ports of a TCP service",
                        "Services should serve on Type LoadBalancer"),
                titles(Selection.LOAD_BALANCER));
    }

    @Test
    void specHasNoSpaceAtItsEndAsInTheReport() {
        assertEquals(
                "[sig-network] Services should serve on Type LoadBalancer",
                Suite.parse(LIST).get(1).name());
    }

    @Test
    void conformanceSpecsAreThoseOfTheNetworkThatDisturbNobody() {
        assertEquals(List.of("DNS should resolve: all names"), titles(Selection.NETWORK_CONFORMANCE));
    }

    @Test
    void fileNameHasNothingThatLeadsElsewhere() {
        assertEquals("DNS-should-resolve-all-names", new Spec("[x] DNS should resolve: all/names").fileName());
    }
}
