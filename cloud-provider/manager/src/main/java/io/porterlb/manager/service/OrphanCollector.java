package io.porterlb.manager.service;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Orphaned;
import io.porterlb.kube.AddressWriter;
import io.porterlb.kube.work.KeyedQueue;
import io.porterlb.kube.work.Pace;
import java.util.List;

/// Gives back addresses for Services that are gone: one that was deleted without its finalizer, say.
public final class OrphanCollector implements AutoCloseable {
    private final AddressWriter addresses;
    private final KeyedQueue<IpAddress> queue = new KeyedQueue<>("orphan", 4, Pace.PROMPT);

    public OrphanCollector(AddressWriter addresses) {
        this.addresses = addresses;
    }

    /// A record that has changed meanwhile stays: the next view tells what it is then.
    public void collect(List<Orphaned> orphans) {
        orphans.forEach(orphan -> queue.submit(orphan.record().address(), () -> addresses.collect(orphan)));
    }

    @Override
    public void close() {
        queue.close();
    }
}
