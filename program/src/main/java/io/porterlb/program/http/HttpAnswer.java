package io.porterlb.program.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// What is answered to a request; never to be kept by anybody on the way.
///
/// @param status of HTTP
/// @param type media type of the text, which is sent in UTF-8
public record HttpAnswer(int status, String type, String text) {
    public static HttpAnswer plain(int status, String text) {
        return new HttpAnswer(status, "text/plain; charset=utf-8", text);
    }

    /// Sends it; of an answer to `HEAD`, all but the text.
    public void send(HttpExchange exchange) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
