package io.porterlb.manager.serving;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.porterlb.program.health.HealthPage;
import io.porterlb.program.http.HttpAnswer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.KeyStoreBuilderParameters;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// The secure port: pages by HTTPS, each behind a [Guard]. A virtual thread answers each request.
public final class SecureServer implements AutoCloseable {
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Guard guard;

    private SecureServer(HttpsServer server, Access access) {
        this.server = server;
        this.guard = new Guard(access);
    }

    /// Serves from now on.
    ///
    /// @throws IOException with a sentence if the address is taken or not of this machine, or a certificate
    ///     can't be used
    public static SecureServer start(
            InetSocketAddress address, TlsSettings tls, Access access, List<HealthPage> health, List<Page> pages)
            throws IOException {
        HttpsServer https = bind(address);
        https.setHttpsConfigurator(new Configurator(context(keys(address, tls)), tls));
        SecureServer server = new SecureServer(https, access);
        health.forEach(page -> server.serve(page.path(), page));
        pages.forEach(page -> server.serve(page.path(), page));
        server.serve("/", exchange -> {
            try (exchange) {
                HttpAnswer.plain(HttpURLConnection.HTTP_NOT_FOUND, "not found").send(exchange);
            }
        });
        https.setExecutor(server.threads);
        https.start();
        return server;
    }

    private static HttpsServer bind(InetSocketAddress address) throws IOException {
        try {
            return HttpsServer.create(address, 0);
        } catch (IOException e) {
            throw new IOException(
                    "can't serve at " + address + ": " + e.getMessage()
                            + ". Choose another address and port with --bind-address and --secure-port; 0 for none.",
                    e);
        }
    }

    private static KeyStore.Builder keys(InetSocketAddress address, TlsSettings tls) throws IOException {
        return tls.files().isPresent()
                ? FollowedKeyPair.of(tls.files().get())
                : KeyStore.Builder.newInstance(
                        SelfSigned.pair(address.getAddress()).store(),
                        new KeyStore.PasswordProtection(KeyPair.NO_PASSWORD));
    }

    /// Its key manager asks the builder for the keys of each connection.
    private static SSLContext context(KeyStore.Builder keys) {
        try {
            KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(new KeyStoreBuilderParameters(keys));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a JDK that can't serve TLS", e);
        }
    }

    private void serve(String path, HttpHandler handler) {
        server.createContext(path, handler).getFilters().add(guard);
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

    /// The TLS of each connection.
    private static final class Configurator extends HttpsConfigurator {
        private final TlsSettings tls;

        Configurator(SSLContext context, TlsSettings tls) {
            super(context);
            this.tls = tls;
        }

        @Override
        public void configure(HttpsParameters connection) {
            SSLParameters parameters = getSSLContext().getDefaultSSLParameters();
            tls.apply(parameters);
            connection.setSSLParameters(parameters);
        }
    }
}
