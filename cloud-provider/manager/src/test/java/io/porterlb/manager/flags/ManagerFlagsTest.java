package io.porterlb.manager.flags;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.kube.CallRate;
import io.porterlb.kube.LeaseName;
import io.porterlb.kube.election.LeaseTerms;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParameterException;

class ManagerFlagsTest {
    @Test
    void theDefaultsAreWhatTheHelpSays() {
        ManagerFlags flags = Parsed.flags();
        assertEquals(List.of(), flags.faults());
        assertEquals("kubernetes", flags.cluster().name());
        assertEquals(new CallRate(1000, 1000), flags.cluster().rate());
        assertTrue(flags.election().elect());
        assertEquals(LeaseTerms.DEFAULT, flags.election().terms());
        assertEquals(
                new LeaseName("porterlb-system", "porterlb-manager"),
                flags.election().leaseName());
        assertEquals(16, flags.controllers().serviceSyncs());
        assertEquals(4, flags.controllers().nodeSyncs());
        assertEquals(
                Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 10258)),
                flags.securePort().address());
        assertEquals(
                List.of("/healthz", "/readyz", "/livez"), flags.securePort().openPaths());
        assertEquals(new InetSocketAddress(InetAddress.getLoopbackAddress(), 10358), flags.healthAddress());
        assertEquals(0, flags.log().verbosity());
    }

    @Test
    void oneFlagOfAGroupLeavesTheOthersAtTheirDefaults() {
        LeaderElectionFlags flags =
                Parsed.flags("--leader-elect-resource-namespace=kube-system").election();
        assertTrue(flags.elect());
        assertEquals(LeaseTerms.DEFAULT, flags.terms());
        assertEquals(new LeaseName("kube-system", "porterlb-manager"), flags.leaseName());
    }

    @Test
    void flagsAreTakenAsUpstreamWritesThem() {
        ManagerFlags flags = Parsed.flags(
                "--leader-elect=false",
                "--leader-elect-lease-duration=1m",
                "--leader-elect-renew-deadline",
                "40s",
                "--kube-api-qps=-1",
                "--secure-port=0",
                "--bind-address=::1",
                "--v=4",
                "--cloud-provider=porter",
                "--concurrent-service-syncs=1");
        assertEquals(List.of(), flags.faults());
        assertFalse(flags.election().elect());
        assertEquals(
                new LeaseTerms(Duration.ofMinutes(1), Duration.ofSeconds(40), Duration.ofSeconds(2)),
                flags.election().terms());
        assertEquals(CallRate.UNLIMITED, flags.cluster().rate());
        assertEquals(Optional.empty(), flags.securePort().address());
        assertEquals(4, flags.log().verbosity());
        assertEquals(2, Parsed.flags("-v=2").log().verbosity());
        assertTrue(Parsed.flags("--leader-elect", "--v=1").election().elect());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "f", "F", "FALSE", "False"})
    void aBooleanIsTakenAsGoWritesIt(String no) {
        ManagerFlags flags = Parsed.flags("--leader-elect=" + no, "--require-annotation=1");
        assertFalse(flags.election().elect());
        assertTrue(flags.controllers().allocator().requireAnnotation());
        assertFalse(Parsed.flags("--require-annotation=" + no)
                .controllers()
                .allocator()
                .requireAnnotation());
    }

    @Test
    void anEmptyValueIsAnAbsentFlag() {
        ManagerFlags flags = Parsed.flags(
                "--kubeconfig=", "--master=", "--tls-cert-file=", "--tls-private-key-file=", "--cert-dir=");
        assertEquals(List.of(), flags.faults());
        assertEquals(Optional.empty(), flags.cluster().kubeconfig());
        assertEquals(Optional.empty(), flags.cluster().master());
        assertEquals(Optional.empty(), flags.securePort().tls().files());
    }

    /// `k8s.io/client-go/rest`, `DefaultServerURL`.
    @ParameterizedTest
    @CsvSource({"10.0.0.1:6443, https://10.0.0.1:6443", "http://[::1]:8080, http://[::1]:8080"})
    void anAddressOfTheApiServerWithoutASchemeIsOneOfHttps(String master, String url) {
        assertEquals(
                Optional.of(url), Parsed.flags("--master=" + master).cluster().master());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--cloud-provider=external",
                "--cloud-provider=aws",
                "--kube-api-qps=0",
                "--kube-api-burst=0",
                "--controllers=*,-rout",
                "--concurrent-service-syncs=0",
                "--concurrent-node-syncs=-1",
                "--leader-elect-renew-deadline=15s",
                "--leader-elect-retry-period=10s",
                "--leader-elect-retry-period=0",
                "--leader-elect-lease-duration=15500ms",
                "--leader-elect-lease-duration=2h",
                "--leader-elect-resource-lock=endpoints",
                "--leader-elect-resource-name=",
                "--secure-port=65536",
                "--bind-address=localhost",
                "--tls-cert-file=/tmp/x",
                "--tls-min-version=VersionTLS10",
                "--tls-cipher-suites=TLS_NULL",
                "--authorization-always-allow-paths=healthz",
                "--v=11"
            })
    void aWrongValueIsOneSentenceThatNamesItsFlagAndWhatToWrite(String argument) {
        List<String> faults = Parsed.flags(argument).faults();
        assertEquals(1, faults.size(), faults.toString());
        String flag = argument.substring(0, argument.indexOf('='));
        assertTrue(faults.getFirst().contains(flag), faults.toString());
        assertTrue(faults.getFirst().matches("(?s).*(write|give both|known controllers).*\\."), faults.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--leader-elect-lease-duration=15",
                "--secure-port=https",
                "--leader-elct=true",
                "--leader-elect=yes",
                "extra"
            })
    void whatCantBeReadIsRefusedAtOnce(String argument) {
        assertThrows(ParameterException.class, () -> Parsed.flags(argument));
    }

    @Test
    void theHelpHasAHeadingForEachGroup() {
        String help = Parsed.help();
        for (String heading : List.of("Cluster:", "Controllers:", "Leader election:", "Metrics and health:", "Logs:")) {
            assertTrue(help.contains("\n" + heading + "\n"), help);
        }
        assertFalse(help.contains("DEFAULT-VALUE"), help);
        assertTrue(help.contains("--cluster-cidr"), help);
    }
}
