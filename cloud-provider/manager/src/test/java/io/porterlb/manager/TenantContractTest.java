package io.porterlb.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.process.CommandFailedException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whoever may edit the Services of one namespace comes by no address that is another's, whatever they write. Their
/// role writes no status (`rbac.authorization.k8s.io/aggregate-to-edit` of Kubernetes' own roles), but all the rest.
@Tag("cluster")
@Timeout(180)
class TenantContractTest {
    private static final String ASK = "eip.openelb.kubesphere.io/v1alpha1";

    private final RunningManager manager = TestCluster.manager();
    private final TestService victim = TestService.create("annotations: {porterlb.io/sharing-key: web}", "");
    private String taken;
    private Tenant tenant;

    @BeforeEach
    void settle(@TempDir Path folder) {
        taken = victim.awaitAddress();
        tenant = Tenant.create(folder);
    }

    @AfterEach
    void close() {
        assertEquals(taken, victim.address());
        assertTrue(victim.recorded());
        manager.close();
        TestCluster.kubectl("delete", "namespace", tenant.namespace(), "--wait=false");
    }

    @Test
    void aTenantWritesNoStatus() throws Exception {
        tenant.create("web", "", "", "");
        String status = "{\"status\": {\"loadBalancer\": {\"ingress\": [{\"ip\": \"" + taken + "\"}]}}}";
        assertFalse(tenant.may("patch", "services", "--subresource=status"));
        assertThrows(
                CommandFailedException.class,
                () -> tenant.kubectl(
                        "patch", "service", "web", "--subresource=status", "--type=merge", "--patch=" + status));
        assertFalse(tenant.may("create", "porteraddresses.porterlb.io"));
    }

    @Test
    void aStatusThatServicesAreCreatedWithIsNothing() throws Exception {
        tenant.create("web", "", "", "loadBalancer: {ingress: [{ip: %s}]}".formatted(taken));
        TestCluster.await("an address", () -> !tenant.address("web").isEmpty());
        assertNotEquals(taken, tenant.address("web"));
    }

    @Test
    void theAddressOfAnotherNamespaceIsNotToBeHadByAsking() throws Exception {
        tenant.create("field", "", "loadBalancerIP: " + taken, "");
        tenant.create("annotation", "annotations: {%s: %s}".formatted(ASK, taken), "", "");
        tenant.create("metallb", "annotations: {metallb.io/loadBalancerIPs: %s}".formatted(taken), "", "");
        tenant.create("sharing", "annotations: {%s: %s, porterlb.io/sharing-key: web}".formatted(ASK, taken), "", "");
        for (String name : new String[] {"field", "annotation", "metallb", "sharing"}) {
            tenant.awaitRefusal(name, "AddressTaken");
            assertEquals("", tenant.address(name));
        }
    }

    /// The marks by which a manager knows the Services that it has served.
    @Test
    void marksOfOursBringNobodyTheAddressOfAnother() throws Exception {
        String marks =
                "labels: {eip.openelb.kubesphere.io/v1alpha2: pool}, finalizers: [%s]".formatted(TestService.FINALIZER);
        tenant.create("web", marks + ", annotations: {%s: %s}".formatted(ASK, taken), "", "");
        tenant.awaitRefusal("web", "AddressTaken");
        tenant.kubectl("delete", "service", "web", "--timeout=60s");
    }

    @Test
    void theAddressOfANodeIsNotToBeHad() throws Exception {
        TestCluster.apply("{apiVersion: v1, kind: Node, metadata: {name: with-address}}");
        TestCluster.kubectl(
                "patch",
                "node",
                "with-address",
                "--subresource=status",
                "--patch={\"status\": {\"addresses\": [{\"type\": \"InternalIP\", \"address\": \"198.51.100.99\"}]}}");
        tenant.create("web", "", "loadBalancerIP: 198.51.100.99", "");
        tenant.awaitRefusal("web", "AddressIsNodeAddress");
        TestCluster.kubectl("delete", "node", "with-address");
    }

    @Test
    void theExternalIpOfAnotherServiceIsNotToBeHadAndOnesOwnTakesNothing() throws Exception {
        TestService.create("", "externalIPs: [198.51.100.98]");
        tenant.create("asks", "", "loadBalancerIP: 198.51.100.98", "");
        tenant.awaitRefusal("asks", "AddressIsExternalIp");
        tenant.create("claims", "", "externalIPs: [%s], loadBalancerIP: %s".formatted(taken, taken), "");
        tenant.awaitRefusal("claims", "AddressTaken");
    }

    @Test
    void anEipOfAnotherNamespaceIsNotToBeHad() throws Exception {
        TestCluster.apply("""
                apiVersion: network.kubesphere.io/v1alpha2
                kind: Eip
                metadata: {name: bound}
                spec: {address: 192.0.2.0/30, namespaces: [default]}
                """);
        tenant.create("by-eip", "annotations: {eip.openelb.kubesphere.io/v1alpha2: bound}", "", "");
        tenant.create("by-address", "", "loadBalancerIP: 192.0.2.1", "");
        tenant.awaitRefusal("by-eip", "NamespaceNotAllowed");
        tenant.awaitRefusal("by-address", "NamespaceNotAllowed");
        TestCluster.kubectl("delete", "eip", "bound");
    }
}
