package io.porterlb.manager.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.kube.Reviewer;
import io.porterlb.kube.work.Until;
import io.porterlb.program.health.Check;
import io.porterlb.program.health.HealthPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecureServerTest {
    private static final String TOKEN = "prometheus";

    @TempDir
    private Path folder = Path.of("");

    private KeyPair pair = SelfSigned.pair(InetAddress.getLoopbackAddress());
    private SecureServer server;

    private static final class OnlyPrometheus implements Reviewer {
        @Override
        public Optional<User> userOf(String token) {
            return Optional.of(new User(token, "", List.of(), Map.of()));
        }

        @Override
        public boolean isAllowed(User user, String verb, String path) {
            return user.name().equals(TOKEN);
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = serve("VersionTLS12", files());
    }

    private KeyPairFiles files() throws IOException {
        Path certificate = write("tls.crt", pair.chain().getFirst());
        return new KeyPairFiles(
                certificate,
                write("tls.key", new PemObject("PRIVATE KEY", pair.key().getEncoded())));
    }

    private Path write(String name, Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(object);
        }
        return Files.writeString(folder.resolve(name), text.toString());
    }

    private static SecureServer serve(String minVersion, KeyPairFiles files) throws IOException {
        return SecureServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new TlsSettings(Optional.of(files), minVersion, List.of()),
                new Access(List.of("/healthz"), new OnlyPrometheus()),
                List.of(new HealthPage("/healthz", List.of(new Check("loop", Optional::empty)))),
                List.of(new Page("/metrics", "text/plain", () -> "a 1\n")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private record Answer(int status, String body, String challenge) {}

    /// With a client that takes the server's certificate for good.
    ///
    /// @param version the newest that the client speaks
    private Answer ask(String version, String path, String token) throws IOException, GeneralSecurityException {
        URI uri = URI.create("https://127.0.0.1:" + server.address().getPort() + path);
        HttpsURLConnection call = (HttpsURLConnection) uri.toURL().openConnection();
        call.setSSLSocketFactory(trusting(version).getSocketFactory());
        if (!token.isEmpty()) {
            call.setRequestProperty("Authorization", "Bearer " + token);
        }
        int status = call.getResponseCode();
        try (InputStream body = status < 400 ? call.getInputStream() : call.getErrorStream()) {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(status, text, Objects.toString(call.getHeaderField("WWW-Authenticate"), ""));
        }
    }

    private SSLContext trusting(String version) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", pair.chain().getFirst());
        TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance(version);
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private Answer ask(String path, String token) throws IOException, GeneralSecurityException {
        return ask("TLSv1.3", path, token);
    }

    @Test
    void healthIsForAnybodyAndTheRestForThoseWithTheRight() throws Exception {
        assertEquals(new Answer(200, "ok", ""), ask("/healthz", ""));
        assertEquals(new Answer(200, "ok", ""), ask("/healthz/loop", ""));
        assertEquals(new Answer(200, "a 1\n", ""), ask("/metrics", TOKEN));
        assertEquals(403, ask("/metrics", "somebody").status());
        Answer unknown = ask("/metrics", "");
        assertEquals(401, unknown.status());
        assertEquals("Bearer", unknown.challenge());
    }

    @Test
    void whatThereIsNotIsToldOnlyToThoseWithTheRight() throws Exception {
        for (String path : List.of("/secrets", "/", "/metrics/x")) {
            assertEquals(401, ask(path, "").status(), path);
            assertEquals(404, ask(path, TOKEN).status(), path);
        }
    }

    @Test
    void anOldVersionOfTlsIsRefusedWhereItIsForbidden() throws Exception {
        assertEquals(200, ask("TLSv1.2", "/healthz", "").status());
        server.close();
        server = serve("VersionTLS13", files());
        assertThrows(SSLHandshakeException.class, () -> ask("TLSv1.2", "/healthz", ""));
        assertEquals(200, ask("TLSv1.3", "/healthz", "").status());
    }

    /// A client trusts the one certificate that is asked for, so that it tells which one is served.
    @Test
    void aCertificateThatIsRenewedIsServedWithoutARestart() throws Exception {
        KeyPair before = pair;
        pair = SelfSigned.pair(InetAddress.getLoopbackAddress());
        assertThrows(SSLHandshakeException.class, () -> ask("/healthz", ""));
        write("tls.crt", pair.chain().getFirst());
        Thread.sleep(Duration.ofMillis(1_100)); // longer than the files are left alone
        pair = before;
        assertEquals(200, ask("/healthz", "").status(), "half of a pair is in force");
        pair = renew();
        assertTrue(Until.yes(Duration.ofSeconds(30), () -> isServed("/healthz")), "the new certificate is not served");
    }

    @Test
    void aKeyFileThatIsBrokenLeavesThePairBeforeInForce() throws Exception {
        brokenKey();
        Thread.sleep(Duration.ofMillis(1_100)); // longer than the files are left alone
        assertEquals(200, ask("/healthz", "").status());
    }

    /// Of which one character is not of Base64.
    private Path brokenKey() throws IOException {
        Path key = folder.resolve("tls.key");
        return Files.writeString(key, Files.readString(key).replaceFirst("(?m)^M", "*"));
    }

    private KeyPair renew() throws IOException {
        pair = SelfSigned.pair(InetAddress.getLoopbackAddress());
        files();
        return pair;
    }

    private boolean isServed(String path) {
        try {
            return ask(path, "").status() == 200;
        } catch (IOException | GeneralSecurityException _) {
            return false;
        }
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws IOException {
        KeyPair other = SelfSigned.pair(InetAddress.getLoopbackAddress());
        IOException refused = assertThrows(IOException.class, () -> new KeyPair(other.key(), pair.chain()).store());
        assertTrue(refused.toString().contains("--tls-private-key-file"), refused.toString());
    }

    @Test
    void filesThatAreNoKeyOrNoCertificateAreNamed() throws IOException {
        KeyPairFiles files = files();
        Path empty = Files.writeString(folder.resolve("empty"), "");
        IOException noKey =
                assertThrows(IOException.class, () -> KeyPair.read(new KeyPairFiles(files.certificate(), empty)));
        assertTrue(noKey.toString().contains("private key " + empty), noKey.toString());
        IOException noCertificate =
                assertThrows(IOException.class, () -> KeyPair.read(new KeyPairFiles(empty, files.privateKey())));
        assertTrue(noCertificate.toString().contains("certificate " + empty), noCertificate.toString());
        Path broken = brokenKey();
        IOException noBase64 =
                assertThrows(IOException.class, () -> KeyPair.read(new KeyPairFiles(files.certificate(), broken)));
        assertTrue(noBase64.toString().contains("private key " + broken), noBase64.toString());
    }

    @Test
    void aFolderHoldsThePairUnderTheNamesThatUpstreamGivesIt() throws IOException {
        assertEquals(Optional.empty(), KeyPairFiles.in(folder));
        Files.writeString(folder.resolve("cloud-controller-manager.crt"), "");
        Files.writeString(folder.resolve("cloud-controller-manager.key"), "");
        assertTrue(KeyPairFiles.in(folder).isPresent());
    }

    @Test
    void aTakenPortIsNamedWithTheFlagThatMendsIt() {
        TlsSettings tls = new TlsSettings(Optional.empty(), "VersionTLS12", List.of());
        Access access = new Access(List.of(), new OnlyPrometheus());
        IOException refused = assertThrows(
                IOException.class, () -> SecureServer.start(server.address(), tls, access, List.of(), List.of()));
        assertTrue(refused.toString().contains("--secure-port"), refused.toString());
    }
}
