package io.porterlb.bgp.net.nd;

/// Finds routers by their router advertisements, and sends such. A watched interface has a platform thread of
/// its own, which belongs to the network namespace of the thread that asked for it.
public final class RouterDiscovery implements NeighborFinder {
    @Override
    public Watch watch(String device, NeighborListener listener) {
        LinkWatch watch = new LinkWatch(device, listener);
        Thread.ofPlatform().daemon().name("bgp-nd-" + device).start(watch);
        return watch;
    }
}
