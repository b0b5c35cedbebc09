package io.porterlb.porterctl.speak.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/// One line: when, what happened, and about it.
public final class EventLine {
    private static final int MICROSECONDS = 6;
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(MICROSECONDS).toFormatter();

    private final JsonObject json = new JsonObject();

    private EventLine(String event, Instant at) {
        json.addProperty("ts", TIME.format(at));
        json.addProperty("event", event);
    }

    public static EventLine of(String event, Instant at) {
        return new EventLine(event, at);
    }

    public EventLine with(String name, String value) {
        json.addProperty(name, value);
        return this;
    }

    public EventLine with(String name, long value) {
        json.addProperty(name, value);
        return this;
    }

    public EventLine with(String name, boolean value) {
        json.addProperty(name, value);
        return this;
    }

    public EventLine with(String name, JsonElement value) {
        json.add(name, value);
        return this;
    }

    public JsonObject json() {
        return json;
    }
}
