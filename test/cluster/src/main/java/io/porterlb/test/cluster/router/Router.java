package io.porterlb.test.cluster.router;

import io.porterlb.test.cluster.network.NetworkNamespace;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A router of the test bed: a namespace with a routing daemon in it. What it answers is the daemon's and the kernel's
/// present state; nothing is remembered.
public interface Router {
    /// Its role in the fabric, as `leaf1`.
    String name();

    /// Its AS number.
    long as();

    NetworkNamespace namespace();

    /// All its BGP sessions, also those that are not up, by address.
    List<BgpSession> sessions();

    /// All paths to exactly this prefix that BGP has; empty where it has none.
    List<BgpPath> paths(String prefix);

    /// The next hops of the paths that BGP has chosen for exactly this prefix (multipath ones included); empty where it
    /// has none.
    default Set<String> bgpNextHops(String prefix) {
        return paths(prefix).stream()
                .filter(BgpPath::chosen)
                .map(BgpPath::nextHop)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The next hops that the kernel forwards exactly this prefix to; empty where it has no such route.
    Set<String> kernelNextHops(String prefix);

    /// How many prefixes its BGP table holds, of all families.
    int routes();

    /// Asks its neighbors for all their routes again (RFC 2918).
    void refresh();

    /// Ends its sessions with Cease/Administrative Shutdown and this text (RFC 9003), and leaves them down.
    void shutDown(String text);

    /// Undoes that.
    void bringUp();

    /// Starts its daemons; returns when they answer. Nothing happens where they run.
    void start();

    /// Ends its daemons in an orderly way; returns when they have ended.
    void stop();

    /// Ends its daemons with SIGKILL, as when the machine dies; links stay.
    void kill();

    /// Stops its daemons with SIGSTOP: they hold their sockets and do nothing.
    void pause();

    /// Undoes that with SIGCONT.
    void resume();
}
