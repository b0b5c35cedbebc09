package io.porterlb.manager.serving;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;

/// How the secure port does TLS.
///
/// @param files certificate and key; empty for one that is made in memory, for this process alone
/// @param minVersion as Kubernetes' flags write it, `VersionTLS12` or `VersionTLS13`
/// @param cipherSuites names as Kubernetes' flags take them; empty for the JDK's own choice
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
        return Stream.concat(version, new CipherSuites(cipherSuites).fault().stream());
    }

    /// What can't be heeded, as sentences.
    public List<String> warnings() {
        return new CipherSuites(cipherSuites).warnings();
    }

    /// Puts versions and suites into the parameters of a connection.
    void apply(SSLParameters parameters) {
        parameters.setProtocols(
                minVersion.equals("VersionTLS13") ? new String[] {"TLSv1.3"} : new String[] {"TLSv1.2", "TLSv1.3"});
        if (!cipherSuites.isEmpty()) {
            parameters.setCipherSuites(new CipherSuites(cipherSuites).inForce().toArray(String[]::new));
        }
    }
}
