package io.porterlb.bfd.net;

import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// All receiving sockets of a speaker. All methods but [#problem] are to be called on the event loop.
public final class Receivers {
    private final EventLoop loop;
    private final PacketSink sink;
    private final Map<Endpoint, Receiver> receivers = new ConcurrentHashMap<>();

    public Receivers(EventLoop loop, PacketSink sink) {
        this.loop = loop;
        this.sink = sink;
    }

    /// Makes these the endpoints, with these filters.
    public void configure(Map<Endpoint, TtlFilter> wanted) {
        receivers.entrySet().removeIf(entry -> {
            boolean gone = !wanted.containsKey(entry.getKey());
            if (gone) {
                entry.getValue().close();
            }
            return gone;
        });
        wanted.forEach(this::put);
    }

    private void put(Endpoint endpoint, TtlFilter filter) {
        Receiver known = receivers.get(endpoint);
        if (known != null) {
            known.use(filter);
            return;
        }
        Receiver added = new Receiver(endpoint, filter, shareWithSiblings(endpoint), loop, sink);
        receivers.put(endpoint, added);
        added.open();
    }

    private boolean shareWithSiblings(Endpoint endpoint) {
        boolean shared = false;
        for (Map.Entry<Endpoint, Receiver> other : receivers.entrySet()) {
            if (other.getKey().overlaps(endpoint)) {
                other.getValue().share();
                shared = true;
            }
        }
        return shared;
    }

    /// Why nothing can be received there, as a sentence; for any thread.
    public Optional<String> problem(Endpoint endpoint) {
        return Optional.ofNullable(receivers.get(endpoint)).flatMap(Receiver::problem);
    }

    /// To be called when the endpoint's interface may be another one of its name than before.
    public void reopenIfBoundToInterface(Endpoint endpoint) {
        if (endpoint.interfaceName().isPresent()) {
            Optional.ofNullable(receivers.get(endpoint)).ifPresent(Receiver::reopen);
        }
    }

    public void close() {
        receivers.values().forEach(Receiver::close);
        receivers.clear();
    }
}
