package io.porterlb.manager.service;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.kube.AddressWriter;
import io.porterlb.kube.work.KeyedQueue;
import io.porterlb.kube.work.Pace;
import java.util.List;

/// Gives back addresses whose Services are all gone: a Service that was deleted without its finalizer, say.
public final class OrphanCollector implements AutoCloseable {
    private final AddressWriter addresses;
    private final KeyedQueue<IpAddress> queue = new KeyedQueue<>("orphan", 4, Pace.PROMPT);

    public OrphanCollector(AddressWriter addresses) {
        this.addresses = addresses;
    }

    /// A record that has changed meanwhile stays: the next view tells what it is then.
    public void collect(List<AddressRecord> orphans) {
        orphans.forEach(record -> queue.submit(record.address(), () -> addresses.deleteOrphan(record)));
    }

    @Override
    public void close() {
        queue.close();
    }
}
