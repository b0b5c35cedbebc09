package io.porterlb.test.cluster.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CertificateAuthorityTest {
    private final CertificateAuthority authority = new CertificateAuthority(Instant.now());

    private static X509Certificate read(String pem) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void issuedCertificateIsSignedByTheAuthority() throws Exception {
        X509Certificate own = read(authority.certificate());
        X509Certificate issued = read(authority.issue("someone", "", List.of()).certificate());
        issued.verify(own.getPublicKey());
        issued.checkValidity();
        assertTrue(own.getBasicConstraints() >= 0);
        assertEquals(-1, issued.getBasicConstraints());
    }

    @Test
    void commonNameIsTheUserAndOrganizationTheGroup() throws Exception {
        var issued = read(
                authority.issue("system:node:node1", "system:nodes", List.of()).certificate());
        assertEquals(
                "CN=system:node:node1,O=system:nodes",
                issued.getSubjectX500Principal().getName());
    }

    @Test
    void alternativeNamesAreAddressesWhereTheyLookLikeOnes() throws Exception {
        var issued = read(authority
                .issue("server", "", List.of("localhost", "127.0.0.1", "fd00::1"))
                .certificate());
        int dns = 2;
        int address = 7;
        assertEquals(
                List.of(dns, address, address),
                issued.getSubjectAlternativeNames().stream()
                        .map(name -> name.get(0))
                        .collect(Collectors.toList()));
    }

    @Test
    void credentialsDoNotShowTheirKey() {
        Credentials credentials = authority.own();
        assertTrue(credentials.key().startsWith("-----BEGIN PRIVATE KEY-----\n"));
        assertFalse(credentials.toString().contains("KEY"));
    }
}
