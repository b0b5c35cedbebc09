package io.porterlb.test.cluster;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The API server's own paths, by way of a `kubectl proxy`, which has the credentials: for tests that call too often to
/// start a kubectl each time. Any thread.
public final class KubernetesApi implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final URI proxy;
    /// The proxy takes an upgrade to HTTP/2 for that of an exec.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// @param proxy what `kubectl proxy` serves
    public KubernetesApi(URI proxy) {
        this.proxy = proxy;
    }

    /// The object at this path, if there is one.
    public Optional<JsonObject> get(String path) {
        Answer answer = call("GET", path, "", "application/json");
        return answer.status() == HttpURLConnection.HTTP_NOT_FOUND
                ? Optional.empty()
                : Optional.of(answer.orThrow("GET " + path));
    }

    /// The objects of a list.
    public List<JsonObject> list(String path) {
        return get(path).orElseThrow().getAsJsonArray("items").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    public Answer create(String path, JsonObject object) {
        return call("POST", path, object.toString(), "application/json");
    }

    /// With a JSON merge patch (RFC 7386).
    public Answer patch(String path, String patch) {
        return call("PATCH", path, patch, "application/merge-patch+json");
    }

    public Answer delete(String path) {
        return call("DELETE", path, "", "application/json");
    }

    private Answer call(String method, String path, String body, String type) {
        HttpRequest request = HttpRequest.newBuilder(proxy.resolve(path))
                .timeout(LIMIT)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    JsonParser.parseString(response.body()).getAsJsonObject());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /// What the API server says.
    ///
    /// @param status of HTTP
    /// @param body the object, or a `Status` that tells why not
    public record Answer(int status, JsonObject body) {
        /// The object, if it was done.
        public Optional<JsonObject> done() {
            return status < HttpURLConnection.HTTP_MULT_CHOICE ? Optional.of(body) : Optional.empty();
        }

        private JsonObject orThrow(String what) {
            return done().orElseThrow(() -> new IllegalStateException(what + ": " + body));
        }
    }
}
