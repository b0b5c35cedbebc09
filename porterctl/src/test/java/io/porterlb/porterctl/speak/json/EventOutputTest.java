package io.porterlb.porterctl.speak.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EventOutputTest {
    private static JsonObject event(int number) {
        return EventLine.of("test", Instant.EPOCH).with("number", number).json();
    }

    @Test
    void writesOneObjectALineInTheirOrder() {
        StringWriter out = new StringWriter();
        try (EventOutput output = new EventOutput(new PrintWriter(out))) {
            output.write(() -> List.of(event(1), event(2)));
            output.write(() -> List.of(event(3)));
        }
        assertEquals(
                List.of(1, 2, 3),
                out.toString().lines().map(line -> number(line, "number")).toList());
    }

    private static int number(String line, String name) {
        return JsonParser.parseString(line).getAsJsonObject().get(name).getAsInt();
    }

    /// Blocks whoever writes until it may.
    private static final class SlowReader extends Writer {
        private final StringWriter read = new StringWriter();
        private final CountDownLatch reads = new CountDownLatch(1);

        @Override
        public void write(char[] text, int from, int length) {
            try {
                reads.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            read.write(text, from, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void whoDoesNotReadIsToldHowManyEventsHeMissed() {
        SlowReader reader = new SlowReader();
        int given = 0;
        try (EventOutput output = new EventOutput(new PrintWriter(reader))) {
            for (; given < EventOutput.CAPACITY + 1000; given++) {
                int number = given;
                output.write(() -> List.of(event(number)));
            }
            reader.reads.countDown();
        }
        List<String> lines = reader.read.toString().lines().toList();
        int lost = lines.stream()
                .filter(l -> l.contains("lost"))
                .mapToInt(l -> number(l, "events"))
                .sum();
        assertTrue(lost > 0, "nothing was lost");
        assertEquals(
                given, lost + lines.stream().filter(l -> l.contains("test")).count());
    }
}
