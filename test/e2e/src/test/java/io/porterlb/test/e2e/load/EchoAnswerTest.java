package io.porterlb.test.e2e.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EchoAnswerTest {
    private static final String WHOLE = "HTTP/1.1 200 OK\r\nDate: today\r\nContent-Length: 3\r\n\r\n1-7";

    private static EchoAnswer read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return EchoAnswer.read(bytes, bytes.length);
    }

    @Test
    void everyBeginningIsUnfinished() {
        for (int length = 0; length < WHOLE.length(); length++) {
            assertEquals(new EchoAnswer.Unfinished(), read(WHOLE.substring(0, length)), WHOLE.substring(0, length));
        }
        assertEquals(new EchoAnswer.Body("1-7"), read(WHOLE));
    }

    @Test
    void whatIsNoAnswerSaysHowItBegins() {
        assertEquals(new EchoAnswer.Bad("HTTP/1.1 503 Away"), read("HTTP/1.1 503 Away\r\nContent-Length: 0\r\n\r\n"));
        assertEquals(new EchoAnswer.Bad("HTTP/1.1 200 OK"), read("HTTP/1.1 200 OK\r\nX: 1\r\n\r\n"));
        assertEquals(new EchoAnswer.Bad("HTTP/1.1 200 OK"), read(WHOLE + "8"));
        assertEquals(new EchoAnswer.Bad("x".repeat(EchoAnswer.LONGEST)), read("x".repeat(EchoAnswer.LONGEST)));
        assertEquals(new EchoAnswer.Bad("HTTP/1.1 200 OK"), read("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n"));
    }
}
