package io.porterlb.program.health;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Answers probes: `/livez` and its older name `/healthz`, `/readyz`, each a [HealthPage], and whoever on this machine
/// asks for a [LocalDocument]. A virtual thread answers each request.
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
        server.serve(new HealthPage("/livez", live));
        server.serve(new HealthPage("/healthz", live));
        server.serve(new HealthPage("/readyz", ready));
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

    private void serve(HealthPage page) {
        server.createContext(page.path(), page);
    }

    /// Serves a document too, from now on.
    public void serve(LocalDocument document) {
        server.createContext(document.path(), document);
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
