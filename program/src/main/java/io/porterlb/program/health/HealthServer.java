package io.porterlb.program.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Answers probes: `/livez` and its older name `/healthz`, `/readyz`; 200 where all is well, else 503 and a
/// line for each check that fails. `?verbose` names all. A virtual thread answers each request; nothing but
/// `GET` and `HEAD` is served.
public final class HealthServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private HealthServer(HttpServer server) {
        this.server = server;
    }

    /// Serves from now on.
    ///
    /// @param address where; a loopback address keeps it to the machine itself, which is where a kubelet asks from
    /// @param live what a restart of the process would mend
    /// @param ready what must be well before somebody relies on the process
    /// @throws IOException with a sentence if the address is taken or not of this machine
    public static HealthServer start(InetSocketAddress address, List<Check> live, List<Check> ready)
            throws IOException {
        HealthServer server = new HealthServer(bind(address));
        server.serve("/livez", live);
        server.serve("/healthz", live);
        server.serve("/readyz", ready);
        server.server.setExecutor(server.threads);
        server.server.start();
        return server;
    }

    private static HttpServer bind(InetSocketAddress address) throws IOException {
        try {
            return HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new IOException(
                    "can't serve health at " + address + ": " + e.getMessage()
                            + ". Choose another address and port with --health-address.",
                    e);
        }
    }

    private void serve(String path, List<Check> checks) {
        server.createContext(path, exchange -> answer(exchange, path, checks));
    }

    private static void answer(HttpExchange exchange, String path, List<Check> checks) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(path)) {
                send(exchange, HttpURLConnection.HTTP_NOT_FOUND, "not found");
                return;
            }
            switch (exchange.getRequestMethod()) {
                case "GET", "HEAD" -> {
                    Report report = Report.of(checks);
                    int status = report.well() ? HttpURLConnection.HTTP_OK : HttpURLConnection.HTTP_UNAVAILABLE;
                    send(exchange, status, report.text(isVerbose(exchange)));
                }
                default -> send(exchange, HttpURLConnection.HTTP_BAD_METHOD, "use GET");
            }
        }
    }

    private static boolean isVerbose(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        return query != null && List.of(query.split("&", -1)).contains("verbose");
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /// Where it listens; the port that the kernel chose where it was to choose one.
    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
