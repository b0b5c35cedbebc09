package io.porterlb.manager.serving;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A private key, and the certificates that go with it, the key's own first.
record KeyPair(PrivateKey key, List<Certificate> chain) {
    private static final Duration LIFE = Duration.ofDays(365);

    /// Reads them.
    ///
    /// @throws IOException with a sentence, if a file can't be read or does not hold what it should
    static KeyPair read(KeyPairFiles files) throws IOException {
        return new KeyPair(key(files.privateKey()), chain(files.certificate()));
    }

    private static List<Certificate> chain(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            List<Certificate> chain =
                    List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (chain.isEmpty()) {
                throw new IOException("there is none in it");
            }
            return chain;
        } catch (IOException | GeneralSecurityException e) {
            throw unreadable("certificate", file, e);
        }
    }

    private static PrivateKey key(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file);
                PEMParser pem = new PEMParser(reader)) {
            return switch (pem.readObject()) {
                case PEMKeyPair pair -> new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
                case PrivateKeyInfo info -> new JcaPEMKeyConverter().getPrivateKey(info);
                case null, default -> throw new IOException("it holds no private key in PEM, or an encrypted one");
            };
        } catch (IOException e) {
            throw unreadable("private key", file, e);
        }
    }

    private static IOException unreadable(String what, Path file, Exception e) {
        return new IOException(
                "Can't read the " + what + " " + file + ": " + e.getMessage()
                        + ". Name another file with --tls-cert-file and --tls-private-key-file.",
                e);
    }

    /// Makes a pair that nobody has reason to trust, for the time of this process: whoever asks from the same
    /// machine does without trust, and the token that they send stays on it.
    static KeyPair selfSigned(String host) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            java.security.KeyPair pair = generator.generateKeyPair();
            return new KeyPair(pair.getPrivate(), List.of(certificate(host, pair)));
        } catch (GeneralSecurityException | OperatorException | IOException e) {
            throw new IllegalStateException("a JDK that can't make an EC certificate", e);
        }
    }

    private static X509Certificate certificate(String host, java.security.KeyPair pair)
            throws GeneralSecurityException, OperatorException, IOException {
        X500Name name = new X500Name("CN=porter-manager");
        Instant now = Instant.now();
        GeneralNames names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, InetAddress.getByName(host).getHostAddress())
        });
        var builder = new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(64, new SecureRandom()),
                        Date.from(now.minus(Duration.ofHours(1))),
                        Date.from(now.plus(LIFE)),
                        name,
                        pair.getPublic())
                .addExtension(Extension.subjectAlternativeName, false, names);
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    /// For a server that shows these.
    ///
    /// @throws IOException with a sentence, if key and certificate do not belong together
    SSLContext context() throws IOException {
        try {
            char[] none = new char[0];
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, none);
            store.setKeyEntry("server", key, none, chain.toArray(Certificate[]::new));
            KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(store, none);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "Can't use the certificate of the secure port: " + e.getMessage()
                            + ". Check that --tls-private-key-file is the key of --tls-cert-file.",
                    e);
        }
    }
}
