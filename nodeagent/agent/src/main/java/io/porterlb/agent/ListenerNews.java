package io.porterlb.agent;

import io.porterlb.bgp.Failure;
import io.porterlb.bgp.ListenerStatus;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Tells what is worth a line in the log: a listener that fails is tried again every few seconds without end. Any
/// thread.
final class ListenerNews {
    private final Map<InetSocketAddress, String> known = new ConcurrentHashMap<>();

    /// Whether it differs from what was last said of the address.
    boolean isNews(ListenerStatus status) {
        String outcome = status.failure().map(Failure::message).orElse("");
        return !outcome.equals(known.put(status.wanted(), outcome));
    }
}
