package io.porterlb.test.e2e.layer2;

import io.porterlb.test.cluster.network.NetworkNamespace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// A host that forgets who has an address, and asks again, all the time: its kernel sends an ARP request by broadcast,
/// or a neighbor solicitation by multicast. One `ip` process does it, and a thread tells it when.
final class Asking implements AutoCloseable {
    /// How often it asks for each address.
    static final Duration PACE = Duration.ofMillis(20);

    private final Process ip;
    private final Thread thread;
    private volatile boolean stopped;

    private Asking(Process ip, List<String> addresses) {
        this.ip = ip;
        this.thread = Thread.ofVirtual().name("asking").unstarted(() -> ask(addresses));
    }

    static Asking start(NetworkNamespace host, List<String> addresses) {
        try {
            Process ip = new ProcessBuilder(host.command(List.of("ip", "-batch", "-")))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.INHERIT)
                    .start();
            var asking = new Asking(ip, addresses);
            asking.thread.start();
            return asking;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(List<String> addresses) {
        byte[] first = lines(addresses, "neigh replace %1$s dev eth0 use\n");
        byte[] again = lines(addresses, "neigh del %1$s dev eth0\nneigh add %1$s dev eth0 use\n");
        try (OutputStream orders = ip.getOutputStream()) {
            write(orders, first);
            for (long next = System.nanoTime(); !stopped; next += PACE.toNanos()) {
                LockSupport.parkNanos(next - System.nanoTime());
                write(orders, again);
            }
        } catch (IOException _) {
            // The process has ended, which close() tells.
        }
    }

    private static byte[] lines(List<String> addresses, String line) {
        return addresses.stream()
                .map(line::formatted)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void write(OutputStream orders, byte[] lines) throws IOException {
        orders.write(lines);
        orders.flush();
    }

    /// @throws IllegalStateException where it has not asked until now
    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
            int status = ip.waitFor();
            if (status != 0) {
                throw new IllegalStateException("ip, which was to ask for addresses, has ended with status " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
