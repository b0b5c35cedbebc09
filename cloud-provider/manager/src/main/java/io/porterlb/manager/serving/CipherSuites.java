package io.porterlb.manager.serving;

import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/// Suites that a flag asks for, by the names of the IANA registry or Go's older ones
/// (`k8s.io/component-base/cli/flag`). Those that this JDK lacks or has disabled are left out: Go knows some that are
/// not safe any more.
record CipherSuites(List<String> names) {
    /// With this ending Go names what the registry names with `_SHA256` (`crypto/tls/cipher_suites.go`).
    private static final String SHORT = "_WITH_CHACHA20_POLY1305";

    private static final List<String> USABLE = usable();

    private static List<String> usable() {
        try {
            return Arrays.stream(
                            SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites())
                    .filter(name -> !name.endsWith("SCSV"))
                    .toList();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a JDK without TLS", e);
        }
    }

    private static String inRegistry(String name) {
        return name.endsWith(SHORT) ? name + "_SHA256" : name;
    }

    private static boolean isUsable(String name) {
        return USABLE.contains(inRegistry(name));
    }

    /// What is wrong, as a sentence: that nothing is left.
    Optional<String> fault() {
        return names.isEmpty() || names.stream().anyMatch(CipherSuites::isUsable)
                ? Optional.empty()
                : Optional.of("--tls-cipher-suites: none of " + String.join(", ", names)
                        + " is known and strong enough; write some of " + String.join(", ", USABLE) + ".");
    }

    /// A sentence for each one that is left out.
    List<String> warnings() {
        return names.stream()
                .filter(name -> !isUsable(name))
                .map(name -> "No effect: --tls-cipher-suites names " + name + ", which is not known or too weak.")
                .toList();
    }

    /// Those that are left, and the ones of TLS 1.3, which cannot be chosen (as in Go).
    List<String> inForce() {
        Stream<String> asked = names.stream().filter(CipherSuites::isUsable).map(CipherSuites::inRegistry);
        return Stream.concat(USABLE.stream().filter(CipherSuites::isOfTls13), asked)
                .distinct()
                .toList();
    }

    /// Their names say nothing of the key exchange
    /// ([RFC 8446 B.4](https://www.rfc-editor.org/rfc/rfc8446#appendix-B.4)).
    private static boolean isOfTls13(String name) {
        return !name.contains("_WITH_");
    }
}
