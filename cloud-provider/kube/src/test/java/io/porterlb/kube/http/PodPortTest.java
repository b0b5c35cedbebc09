package io.porterlb.kube.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kubernetes.client.openapi.ApiClient;
import io.porterlb.kube.http.ScriptedKubelet.Frame;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PodPortTest {
    private static final String POD = "/api/v1/namespaces/porterlb-system/pods/porter-agent-x";
    private static final Frame PORT = new Frame(0, "w("); // 10359, low octet first
    private static final Frame PORT_OF_ERRORS = new Frame(1, "w(");
    private static final Duration LONG = Duration.ofSeconds(30);

    private static String ask(String url, Duration limit) throws IOException, ApiStatusException {
        ApiClient client = new ApiClient();
        client.setBasePath(url);
        return PodPort.ask(new KubeApi(client), POD, 10359, "GET /a HTTP/1.0\r\n\r\n", limit);
    }

    @Test
    void thePodIsSentTheRequestAndAllThatItSaysIsTheAnswer() throws Exception {
        List<Frame> script = List.of(PORT, PORT_OF_ERRORS, new Frame(0, "HTTP/1.1 200 OK"), new Frame(0, "\r\n\r\n{}"));
        try (ScriptedKubelet kubelet = new ScriptedKubelet(script, true)) {
            assertEquals("HTTP/1.1 200 OK\r\n\r\n{}", ask(kubelet.url(), LONG));
            assertEquals("GET /a HTTP/1.0\r\n\r\n", kubelet.heard.get());
            String head = kubelet.head.get();
            assertTrue(head.startsWith("GET " + POD + "/portforward?ports=10359 HTTP/1.1\r\n"), head);
            assertTrue(head.contains("Accept: */*\r\n"), head);
            assertTrue(head.contains("Sec-WebSocket-Protocol: v4.channel.k8s.io\r\n"), head);
        }
    }

    @Test
    void whatTheKubeletSaysOfItsFailureIsTheReason() throws Exception {
        List<Frame> script = List.of(PORT, PORT_OF_ERRORS, new Frame(1, "error forwarding port 10359: refused"));
        try (ScriptedKubelet kubelet = new ScriptedKubelet(script, true)) {
            IOException failed = assertThrows(IOException.class, () -> ask(kubelet.url(), LONG));
            assertEquals("error forwarding port 10359: refused", failed.getMessage());
        }
    }

    @Test
    void whoDoesNotEndIsNotWaitedForLongerThanTheLimit() throws Exception {
        try (ScriptedKubelet kubelet = new ScriptedKubelet(List.of(PORT, PORT_OF_ERRORS), false)) {
            IOException failed = assertThrows(IOException.class, () -> ask(kubelet.url(), Duration.ofSeconds(1)));
            assertEquals("no answer within 1 s", failed.getMessage());
        }
    }

    @Test
    void aConnectionThatBreaksIsSaid() throws Exception {
        try (ScriptedKubelet kubelet = ScriptedKubelet.refusing("HTTP/1.1 101 ")) {
            IOException failed = assertThrows(IOException.class, () -> ask(kubelet.url(), LONG));
            assertTrue(failed.toString().contains("the connection broke: "), failed.toString());
        }
    }

    @Test
    void aRefusalOfTheApiServerComesWithItsOwnWords() throws Exception {
        String status = "{\"kind\":\"Status\",\"reason\":\"Forbidden\",\"message\":\"user may not\"}";
        String answer = "HTTP/1.1 403 Forbidden\r\nContent-Length: " + status.length() + "\r\n\r\n" + status;
        try (ScriptedKubelet kubelet = ScriptedKubelet.refusing(answer)) {
            ApiStatusException refused = assertThrows(ApiStatusException.class, () -> ask(kubelet.url(), LONG));
            assertEquals("user may not", refused.getMessage());
        }
    }
}
