package io.porterlb.desired.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpFamily;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTest {
    /// Users filter events and conditions by these: adding one is fine, changing one breaks them.
    private static final Set<String> REASONS = Set.of(
            "AddressIsExternalIp",
            "AddressIsNodeAddress",
            "AddressOutsideEip",
            "AddressOutsidePools",
            "AddressPoolExhausted",
            "AddressTaken",
            "AggregateOutsideEip",
            "AnotherDefaultEip",
            "BgpConfMissing",
            "BgpPeerNotFound",
            "DualStackIncomplete",
            "DuplicateAddress",
            "DuplicateNeighbor",
            "EipDeleting",
            "EipDisabled",
            "EipNotFound",
            "EipUnusable",
            "FamilyMismatch",
            "FamilyMissing",
            "ForeignAddress",
            "InterfaceMissing",
            "InvalidAddress",
            "InvalidBfd",
            "InvalidLocalAddress",
            "InvalidLocalAs",
            "InvalidMultihopTtl",
            "InvalidNeighborAddress",
            "InvalidPeerAs",
            "InvalidRemotePort",
            "InvalidRestartTime",
            "InvalidRouterId",
            "InvalidTimers",
            "InvalidTtlSecurity",
            "ManagedByCni",
            "MultihopWithTtlSecurity",
            "NamespaceNotAllowed",
            "NoEligibleNode",
            "NoFamilyEnabled",
            "NoCommonNode",
            "NoInterface",
            "NoMatchingEip",
            "NoNodeSelected",
            "NoPeerOfFamily",
            "NodeNotFound",
            "NotListening",
            "Overlap",
            "PasswordKeyMissing",
            "PasswordSecretMissing",
            "PasswordSecretUnread",
            "PasswordUnusable",
            "PasswordWithoutAddress",
            "ProtocolMismatch",
            "ProtocolNotSupported",
            "RouterIdMissing",
            "SeveralEips");

    @Test
    void reasonsStayAsTheyAre() {
        Set<String> found = records(Problem.class).map(Class::getSimpleName).collect(Collectors.toSet());
        assertEquals(new TreeSet<>(REASONS), new TreeSet<>(found));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ProblemTest::records)
                : Stream.of(type);
    }

    @Test
    void theReasonIsTheNameOfTheKind() {
        assertEquals("EipNotFound", new ServiceProblem.EipNotFound("spec.x", "a").reason());
    }

    @Test
    void longListsAreCutShort() {
        List<String> names = List.of("a", "b", "c", "d", "e", "f", "g");
        String message = new ServiceProblem.AddressPoolExhausted(names, Optional.empty()).message();
        assertTrue(message.contains("Eips a, b, c, d, e and 2 more"), message);
    }

    @Test
    void familiesAreWrittenAsKubernetesWritesThem() {
        String message = new ServiceProblem.NoMatchingEip("default", IpFamily.V6, "").message();
        assertTrue(message.contains("IPv6"), message);
    }
}
