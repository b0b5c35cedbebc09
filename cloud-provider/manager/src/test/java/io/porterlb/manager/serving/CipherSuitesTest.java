package io.porterlb.manager.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CipherSuitesTest {
    private static final String WEAK = "TLS_RSA_WITH_RC4_128_SHA";

    @Test
    void namesThatGoShortensAreThoseOfTheRegistry() {
        CipherSuites suites = new CipherSuites(
                List.of("TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305"));
        assertEquals(Optional.empty(), suites.fault());
        assertTrue(suites.inForce()
                .containsAll(List.of(
                        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
                        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256")));
    }

    @Test
    void whatTheJdkHasDisabledIsLeftOutWithAWarning() {
        CipherSuites suites = new CipherSuites(List.of(WEAK, "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"));
        assertEquals(Optional.empty(), suites.fault());
        assertEquals(1, suites.warnings().size());
        assertTrue(suites.warnings().getFirst().contains(WEAK));
        assertEquals(
                List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
                suites.inForce().stream()
                        .filter(name -> name.contains("_WITH_"))
                        .toList());
    }

    @Test
    void onlyWhereNoneIsLeftTheyAreRefused() {
        assertTrue(new CipherSuites(List.of(WEAK)).fault().orElse("").contains(WEAK));
        assertEquals(Optional.empty(), new CipherSuites(List.of()).fault());
    }

    /// As in Go, where they cannot be chosen.
    @Test
    void theSuitesOfTls13AreAlwaysThere() {
        List<String> suites = new CipherSuites(List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")).inForce();
        assertTrue(suites.containsAll(List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384")), suites.toString());
    }
}
