package io.porterlb.program.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthServerTest {
    private final AtomicReference<Optional<String>> trouble = new AtomicReference<>(Optional.empty());
    private HealthServer server;

    private record Answer(int status, String body) {}

    @BeforeEach
    void start() throws IOException {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Check live = new Check("loop", Optional::empty);
        server = HealthServer.start(free, List.of(live), List.of(live, new Check("sessions", trouble::get)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer ask(String method, String target) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + target);
        HttpURLConnection call = (HttpURLConnection) uri.toURL().openConnection();
        call.setRequestMethod(method);
        int status = call.getResponseCode();
        try (var body = status < 400 ? call.getInputStream() : call.getErrorStream()) {
            return new Answer(status, body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void wellIsOk() throws IOException {
        assertEquals(new Answer(200, "ok"), ask("GET", "/livez"));
        assertEquals(new Answer(200, "ok"), ask("GET", "/healthz"));
        assertEquals(new Answer(200, "ok"), ask("GET", "/readyz"));
        assertEquals(new Answer(200, ""), ask("HEAD", "/readyz"));
    }

    @Test
    void whatFailsIsNamedAndDoesNotMakeTheProcessDead() throws IOException {
        trouble.set(Optional.of("BGP is not up yet with: leaf1."));
        assertEquals(new Answer(503, "[-]sessions failed: BGP is not up yet with: leaf1.\n"), ask("GET", "/readyz"));
        assertEquals(200, ask("GET", "/livez").status());
    }

    @Test
    void oneCheckCanBeAskedFor() throws IOException {
        trouble.set(Optional.of("BGP is not up yet with: leaf1."));
        assertEquals(new Answer(200, "ok"), ask("GET", "/readyz/loop"));
        assertEquals(503, ask("GET", "/readyz/sessions").status());
    }

    @Test
    void verboseNamesAll() throws IOException {
        assertEquals(new Answer(200, "[+]loop ok\n[+]sessions ok\n"), ask("GET", "/readyz?verbose"));
    }

    @Test
    void nothingElseIsServed() throws IOException {
        assertEquals(404, ask("GET", "/").status());
        assertEquals(404, ask("GET", "/livez/").status());
        assertEquals(404, ask("GET", "/livez/sessions").status());
        assertEquals(404, ask("GET", "/livezloop").status());
        assertEquals(405, ask("POST", "/livez").status());
    }

    @Test
    void aTakenPortIsNamedWithTheFlagThatMendsIt() {
        IOException refused =
                assertThrows(IOException.class, () -> HealthServer.start(server.address(), List.of(), List.of()));
        assertTrue(refused.toString().contains("--health-address"), refused.toString());
        assertTrue(refused.toString().contains(String.valueOf(server.address().getPort())), refused.toString());
    }
}
