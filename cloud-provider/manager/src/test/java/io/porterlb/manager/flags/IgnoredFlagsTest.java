package io.porterlb.manager.flags;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class IgnoredFlagsTest {
    @Test
    void argumentsOfOtherProgramsAreAcceptedInEveryForm() {
        List<String> warnings = Parsed.warnings(
                "--allocate-node-cidrs=true",
                "--cluster-cidr",
                "10.0.0.0/8",
                "--use-service-account-credentials",
                "--feature-gates=A=true,B=false",
                "--webhook-secure-port=10260",
                "--service-cluster-ip-range=10.96.0.0/12",
                "--node-cidr-mask-size-ipv6=64",
                "--node-sync-period=10s");
        assertEquals(5, warnings.size(), warnings.toString());
    }

    @Test
    void aWarningNamesTheFlagsThatWereGivenAndWhy() {
        List<String> warnings = Parsed.warnings("--configure-cloud-routes=false", "--cluster-cidr=10.0.0.0/8");
        assertEquals(1, warnings.size());
        assertTrue(
                warnings.getFirst()
                        .startsWith("No effect: --configure-cloud-routes, --cluster-cidr: PorterLB makes no routes"),
                warnings.toString());
    }

    @Test
    void nothingIsSaidOfFlagsThatWereNotGiven() {
        assertEquals(List.of(), Parsed.warnings("--leader-elect", "--v=2"));
    }
}
