package io.porterlb.test.cluster.kubernetes;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority that lives as long as one cluster: P-256 keys, certificates for a year.
final class CertificateAuthority {
    private static final X500Name NAME = new X500Name("CN=porterlb-test");
    private static final Duration VALIDITY = Duration.ofDays(365);
    private static final Duration CLOCK_SLACK = Duration.ofHours(1);
    private static final int SERIAL_BITS = 64;
    private static final int PEM_LINE = 64;

    private final SecureRandom random = new SecureRandom();
    private final KeyPair keys = newKeys();
    private final Instant now;
    private final String certificate;

    CertificateAuthority(Instant now) {
        this.now = now;
        this.certificate = sign(builder(NAME, keys), List.of(), true);
    }

    String certificate() {
        return certificate;
    }

    Credentials own() {
        return new Credentials(certificate, pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
    }

    /// A certificate that serves as client's and server's.
    ///
    /// @param user the common name: to Kubernetes, the user
    /// @param group the organization: to Kubernetes, the user's group; may be empty
    /// @param names DNS names and IP addresses that a server of this certificate may be called by
    Credentials issue(String user, String group, List<String> names) {
        KeyPair subject = newKeys();
        var name = new X500NameBuilder(BCStyle.INSTANCE);
        if (!group.isEmpty()) {
            name.addRDN(BCStyle.O, group);
        }
        name.addRDN(BCStyle.CN, user);
        String signed = sign(builder(name.build(), subject), names, false);
        return new Credentials(signed, pem("PRIVATE KEY", subject.getPrivate().getEncoded()));
    }

    /// A key pair without a certificate, the public key in the certificate's place.
    static Credentials bareKeys() {
        KeyPair pair = newKeys();
        return new Credentials(
                pem("PUBLIC KEY", pair.getPublic().getEncoded()),
                pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    }

    private X509v3CertificateBuilder builder(X500Name subject, KeyPair pair) {
        return new JcaX509v3CertificateBuilder(
                NAME,
                new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE),
                Date.from(now.minus(CLOCK_SLACK)),
                Date.from(now.plus(VALIDITY)),
                subject,
                pair.getPublic());
    }

    private String sign(X509v3CertificateBuilder builder, List<String> names, boolean authority) {
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (authority) {
                builder.addExtension(
                        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.digitalSignature));
            } else {
                builder.addExtension(Extension.extendedKeyUsage, false, bothUsages());
            }
            if (!names.isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, alternativeNames(names));
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return pem("CERTIFICATE", builder.build(signer).getEncoded());
        } catch (java.io.IOException | OperatorException e) {
            throw new IllegalStateException("can't sign a certificate", e);
        }
    }

    private static ExtendedKeyUsage bothUsages() {
        return new ExtendedKeyUsage(new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth});
    }

    private static GeneralNames alternativeNames(List<String> names) {
        return new GeneralNames(names.stream()
                .map(name -> new GeneralName(isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
    }

    private static boolean isAddress(String name) {
        return name.contains(":") || name.chars().allMatch(c -> c == '.' || Character.isDigit(c));
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String type, byte[] content) {
        String text = Base64.getMimeEncoder(PEM_LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n";
    }
}
