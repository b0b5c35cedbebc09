package io.porterlb.manager.serving;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.util.encoders.DecoderException;

/// A private key, and the certificates that go with it, the key's own first.
record KeyPair(PrivateKey key, List<Certificate> chain) {
    static final char[] NO_PASSWORD = {};

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
        } catch (IOException | DecoderException e) { // broken Base64, unchecked
            throw unreadable("private key", file, e);
        }
    }

    private static IOException unreadable(String what, Path file, Exception e) {
        return new IOException(
                "Can't read the " + what + " " + file + ": " + e.getMessage()
                        + ". Name another file with --tls-cert-file and --tls-private-key-file.",
                e);
    }

    /// With nothing but these in it.
    ///
    /// @throws IOException with a sentence, if key and certificate do not belong together
    KeyStore store() throws IOException {
        try {
            if (!belongTogether()) {
                throw new GeneralSecurityException("the key is another certificate's");
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "Can't use the certificate of the secure port: " + e.getMessage()
                            + ". Check that --tls-private-key-file is the key of --tls-cert-file.",
                    e);
        }
    }

    private boolean belongTogether() throws GeneralSecurityException {
        Signature signature = Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                });
        signature.initSign(key);
        byte[] signed = signature.sign();
        signature.initVerify(chain.getFirst().getPublicKey());
        return signature.verify(signed);
    }
}
