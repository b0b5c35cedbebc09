package io.porterlb.kube.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpReplyTest {
    @Test
    void whatFollowsTheHeadIsTheBody() throws IOException {
        assertEquals(
                new HttpReply(200, "{\"a\":\"\r\n\r\n\"}"),
                HttpReply.parse("HTTP/1.1 200 OK\r\nContent-type: application/json\r\n\r\n{\"a\":\"\r\n\r\n\"}"));
        assertEquals(new HttpReply(404, ""), HttpReply.parse("HTTP/1.0 404 Not Found\r\nA: b\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 200 OK\r\nContent-type: a"})
    void whatIsNoWholeAnswerIsRefused(String text) {
        assertThrows(IOException.class, () -> HttpReply.parse(text));
    }
}
