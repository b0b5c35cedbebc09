package io.porterlb.kube.http;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a web server answers where it closes the connection at the end, as it does after a request of HTTP/1.0.
///
/// @param status of HTTP
public record HttpReply(int status, String body) {
    private static final Pattern FORM = Pattern.compile("HTTP/1\\.\\d (\\d{3}).*?\r\n\r\n(.*)", Pattern.DOTALL);

    /// The request to whose answer that applies.
    public static String request(String path) {
        return "GET " + path + " HTTP/1.0\r\nHost: localhost\r\nAccept: application/json\r\n\r\n";
    }

    /// Takes apart what came.
    ///
    /// @throws IOException if it is something else
    public static HttpReply parse(String text) throws IOException {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IOException(text.isEmpty() ? "the connection was closed without an answer" : "no web server");
        }
        return new HttpReply(Integer.parseInt(matcher.group(1)), matcher.group(2));
    }
}
