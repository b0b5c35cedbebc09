package io.porterlb.manager.serving;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A pair that nobody has reason to trust, kept in memory, for the time of one process: whoever asks from the
/// same machine does without trust, and the token that they send stays on it.
final class SelfSigned {
    private static final Duration LIFE = Duration.ofDays(365);

    private SelfSigned() {}

    /// For a server at this address.
    static KeyPair pair(InetAddress address) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            java.security.KeyPair keys = generator.generateKeyPair();
            return new KeyPair(keys.getPrivate(), List.of(certificate(keys, names(address))));
        } catch (GeneralSecurityException | OperatorException | IOException e) {
            throw new IllegalStateException("a JDK that can't make an EC certificate", e);
        }
    }

    private static GeneralNames names(InetAddress address) {
        return new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, address.getHostAddress())
        });
    }

    private static X509Certificate certificate(java.security.KeyPair keys, GeneralNames names)
            throws GeneralSecurityException, OperatorException, IOException {
        X500Name name = new X500Name("CN=porter-manager");
        Instant now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(64, new SecureRandom()),
                        Date.from(now.minus(Duration.ofHours(1))),
                        Date.from(now.plus(LIFE)),
                        name,
                        keys.getPublic())
                .addExtension(Extension.subjectAlternativeName, false, names);
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }
}
