package io.porterlb.images.training;

import io.porterlb.images.process.ImageException;
import io.porterlb.images.process.Tool;
import io.porterlb.images.runtime.JavaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A key and a certificate that it signed itself, for 127.0.0.1 and a training run.
record Certificate(KeyStore store) {
    private static final String NAME = "stub";
    private static final String PASSWORD = "training";

    /// Makes one with keytool(1), which is how the JDK makes certificates.
    static Certificate make(Path folder) {
        Path file = folder.resolve("stub.p12");
        Tool.run(
                JavaRuntime.tool("keytool"),
                "-genkeypair",
                "-alias",
                NAME,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + NAME,
                "-ext",
                "SAN=ip:127.0.0.1",
                "-ext",
                "BC=ca:true",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString());
        return new Certificate(read(file));
    }

    private static KeyStore read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new ImageException("can't read " + file + ": " + e.getMessage(), e);
        }
    }

    /// As a client wants it to trust.
    String pem() {
        try {
            String base64 = Base64.getMimeEncoder()
                    .encodeToString(store.getCertificate(NAME).getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate made by keytool", e);
        }
    }

    SSLContext context() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key made by keytool", e);
        }
    }
}
