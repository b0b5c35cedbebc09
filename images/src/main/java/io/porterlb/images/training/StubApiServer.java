package io.porterlb.images.training;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.porterlb.images.process.ImageException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// An API server that is as much of one as a training run needs: lists, watches and writes of a few objects, over HTTPS
/// on 127.0.0.1. It knows no versions, no schemas and no permissions. A virtual thread serves each request.
public final class StubApiServer implements AutoCloseable {
    private static final int NO_BODY = -1;

    private final StubObjects objects = new StubObjects();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpsServer server;

    private StubApiServer(HttpsServer server) {
        this.server = server;
    }

    /// Serves from now on.
    ///
    /// @param account a folder, where it writes what a Pod finds as its service account
    public static StubApiServer start(Path account) {
        try {
            Certificate certificate = Certificate.make(account);
            Files.writeString(account.resolve("ca.crt"), certificate.pem());
            Files.writeString(account.resolve("token"), "stub");
            Files.writeString(account.resolve("namespace"), "porterlb-system");
            HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            https.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
            StubApiServer stub = new StubApiServer(https);
            https.createContext("/", stub::handle);
            https.setExecutor(stub.threads);
            https.start();
            return stub;
        } catch (IOException e) {
            throw new ImageException("can't start a stub API server: " + e.getMessage(), e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// Puts objects into it.
    ///
    /// @param all objects by path
    public void fill(JsonObject all) {
        all.entrySet().forEach(e -> objects.put(e.getKey(), e.getValue().getAsJsonObject()));
    }

    /// Waits until a program has written an object as wanted.
    ///
    /// @return false if it has not in time, or has ended
    public boolean await(String path, Predicate<JsonObject> wanted, Duration limit) throws InterruptedException {
        return objects.await(path, wanted, limit);
    }

    /// Ends waiting for a program that has ended.
    public void abandon() {
        objects.abandon();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String query =
                    Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
            switch (exchange.getRequestMethod()) {
                case "GET" -> read(exchange, path, query.contains("watch=true"));
                case "POST" -> {
                    JsonObject body = body(exchange);
                    String name = body.getAsJsonObject("metadata").get("name").getAsString();
                    answer(exchange, 201, objects.put(path + "/" + name, body));
                }
                case "PUT" -> answer(exchange, 200, objects.put(path, body(exchange)));
                case "PATCH" -> answer(exchange, objects.patch(withoutStatus(path), body(exchange)));
                case "DELETE" -> answer(exchange, objects.delete(path));
                default -> exchange.sendResponseHeaders(405, NO_BODY);
            }
        }
    }

    private static String withoutStatus(String path) {
        return path.endsWith("/status") ? path.substring(0, path.lastIndexOf('/')) : path;
    }

    private static JsonObject body(HttpExchange exchange) {
        return JsonParser.parseReader(new InputStreamReader(exchange.getRequestBody(), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    private void read(HttpExchange exchange, String path, boolean watch) throws IOException {
        Optional<JsonObject> object = objects.get(path);
        if (watch) {
            watch(exchange, path);
        } else {
            answer(exchange, 200, object.orElseGet(() -> objects.list(path)));
        }
    }

    private static void answer(HttpExchange exchange, Optional<JsonObject> object) throws IOException {
        if (object.isPresent()) {
            answer(exchange, 200, object.get());
        } else {
            answer(exchange, 404, JsonParser.parseString("{\"kind\": \"Status\", \"code\": 404}"));
        }
    }

    private static void answer(HttpExchange exchange, int status, JsonElement json) throws IOException {
        byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
    }

    /// Tells changes until the client has gone or the server ends.
    private void watch(HttpExchange exchange, String path) throws IOException {
        BlockingQueue<StubObjects.Change> changes = new LinkedBlockingQueue<>();
        Consumer<StubObjects.Change> watcher = change -> {
            if (StubObjects.isOf(path, change.path())) {
                changes.add(change);
            }
        };
        objects.watch(watcher);
        exchange.sendResponseHeaders(200, 0);
        try {
            while (true) {
                StubObjects.Change change = changes.take();
                JsonObject event = new JsonObject();
                event.addProperty("type", change.type());
                event.add("object", change.object());
                exchange.getResponseBody().write((event + "\n").getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            objects.unwatch(watcher);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
