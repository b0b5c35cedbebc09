package io.porterlb.manager.serving;

import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// How the secure port does TLS.
///
/// @param files certificate and key; empty for one that is made in memory, for this process alone
/// @param minVersion as Kubernetes' flags write it, `VersionTLS12` or `VersionTLS13`
/// @param cipherSuites names of the IANA registry; empty for the JDK's own choice
public record TlsSettings(Optional<KeyPairFiles> files, String minVersion, List<String> cipherSuites) {
    private static final List<String> VERSIONS = List.of("VersionTLS12", "VersionTLS13");

    public TlsSettings {
        cipherSuites = List.copyOf(cipherSuites);
    }

    /// What is wrong with such settings, as sentences that name the flags.
    public static Stream<String> faults(String minVersion, List<String> cipherSuites) {
        Stream<String> version = VERSIONS.contains(minVersion)
                ? Stream.empty()
                : Stream.of("--tls-min-version=" + minVersion + " is not known: write VersionTLS12 or VersionTLS13.");
        List<String> known = known();
        Stream<String> suites = cipherSuites.stream()
                .filter(suite -> !known.contains(suite))
                .map(suite -> "--tls-cipher-suites: " + suite + " is not known or too weak; write some of "
                        + String.join(", ", known) + ".");
        return Stream.concat(version, suites);
    }

    private static List<String> known() {
        try {
            return Arrays.stream(
                            SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites())
                    .filter(name -> !name.endsWith("SCSV"))
                    .toList();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a JDK without TLS", e);
        }
    }

    /// Puts versions and suites into the parameters of a connection.
    void apply(SSLParameters parameters) {
        parameters.setProtocols(
                minVersion.equals("VersionTLS13") ? new String[] {"TLSv1.3"} : new String[] {"TLSv1.2", "TLSv1.3"});
        if (!cipherSuites.isEmpty()) {
            parameters.setCipherSuites(cipherSuites.toArray(String[]::new));
        }
    }
}
