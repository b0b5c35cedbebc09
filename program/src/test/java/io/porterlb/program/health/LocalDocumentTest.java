package io.porterlb.program.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.program.http.HttpAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalDocumentTest {
    private final AtomicInteger made = new AtomicInteger();
    private final LocalDocument document =
            new LocalDocument("/announcements", () -> "{\"made\":" + made.incrementAndGet() + "}");

    private HttpAnswer answer(String near, String far, String method, String path) {
        return document.answer(at(near), at(far), method, path);
    }

    private static InetSocketAddress at(String address) {
        try {
            return new InetSocketAddress(InetAddress.getByName(address), 10359);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.1", "::1, ::1"})
    void thisMachineGetsIt(String near, String far) {
        assertEquals(200, answer(near, far, "GET", "/announcements").status());
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.7, 192.0.2.9", "192.0.2.7, 192.0.2.7", "2001:db8::7, 2001:db8::9", "127.0.0.1, 192.0.2.9"})
    void whoeverComesByAnotherAddressDoesNot(String near, String far) {
        HttpAnswer answer = answer(near, far, "GET", "/announcements");
        assertEquals(403, answer.status());
        assertTrue(answer.text().contains("/announcements is for this machine alone"), answer.text());
        assertEquals(0, made.get());
    }

    @Test
    void nothingElseIsServed() {
        assertEquals(
                404, answer("127.0.0.1", "127.0.0.1", "GET", "/announcements/x").status());
        assertEquals(
                404, answer("127.0.0.1", "127.0.0.1", "GET", "/announcementsx").status());
        assertEquals(
                405, answer("127.0.0.1", "127.0.0.1", "POST", "/announcements").status());
        assertEquals(0, made.get());
    }

    @Test
    void whatCannotBeMadeIsSaid() {
        LocalDocument broken = new LocalDocument("/checkup", () -> {
            throw new IllegalStateException("/proc can't be read");
        });
        assertEquals(
                HttpAnswer.plain(500, "/checkup can't be made: /proc can't be read"),
                broken.answer(at("127.0.0.1"), at("127.0.0.1"), "GET", "/checkup"));
    }

    @Test
    void itIsMadeEachTimeSomebodyAsks() throws IOException {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (HealthServer server = HealthServer.start(free, List.of(), List.of())) {
            server.serve(document);
            URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + "/announcements");
            uri.toURL().openStream().readAllBytes();
            URLConnection second = uri.toURL().openConnection();
            assertEquals("{\"made\":2}", new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertEquals("application/json", second.getContentType());
        }
    }
}
