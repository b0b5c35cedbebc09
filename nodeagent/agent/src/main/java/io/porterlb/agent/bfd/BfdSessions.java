package io.porterlb.agent.bfd;

import io.porterlb.address.IpAddress;
import io.porterlb.bfd.BfdListener;
import io.porterlb.bfd.BfdSessionStatus;
import io.porterlb.bfd.BfdSpeaker;
import io.porterlb.bfd.BfdState;
import io.porterlb.desired.plan.NodePlan;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// BFD beside the BGP sessions of the node: says to BGP when a path breaks and when it works again. Any thread.
///
/// A path that never worked, or that was given up on purpose, counts as unknown: neither says that it is broken
/// ([RFC 5882 3.2](https://www.rfc-editor.org/rfc/rfc5882#section-3.2)).
public final class BfdSessions implements AutoCloseable {
    private static final Logger LOG = System.getLogger(BfdSessions.class.getName());

    private final WatchedPaths paths;
    private final BfdSpeaker speaker;
    private final Map<String, IpAddress> learned = new HashMap<>();
    private NodePlan plan;

    /// Without sessions.
    ///
    /// @param node the node's name
    /// @param paths hears of what happens, on the thread of BFD or of who calls here, so it must not block
    public BfdSessions(String node, PathListener paths) {
        plan = NodePlan.none(node);
        this.paths = new WatchedPaths(BfdPlans.of(plan, Map.of()), paths);
        speaker = BfdSpeaker.start(new Listener());
    }

    /// Makes the sessions those of the plan.
    public synchronized void follow(NodePlan next) {
        plan = next;
        configure();
    }

    /// Where a router is; of interest if a plan knows it by its link only.
    ///
    /// @param peer the BgpPeer
    public synchronized void located(String peer, Optional<IpAddress> address) {
        IpAddress before = address.isPresent() ? learned.put(peer, address.get()) : learned.remove(peer);
        if (!address.equals(Optional.ofNullable(before))) {
            configure();
        }
    }

    private void configure() {
        BfdPlans next = BfdPlans.of(plan, learned);
        if (next.equals(paths.plans())) {
            return;
        }
        paths.follow(next);
        try {
            speaker.configure(next.sessions());
        } catch (IllegalArgumentException e) { // BGP goes on without
            LOG.log(Level.ERROR, "BFD stays as it was: " + e.getMessage());
        }
    }

    /// State by BgpPeer, as RFC 5880 names it.
    public Map<String, String> states() {
        Map<String, String> states = new HashMap<>();
        BfdPlans plans = paths.plans();
        speaker.status()
                .forEach(status -> plans.peers(status.name()).forEach(peer -> states.put(peer, words(status.state()))));
        return states;
    }

    private static String words(BfdState state) {
        return switch (state) {
            case ADMIN_DOWN -> "AdminDown";
            case DOWN -> "Down";
            case INIT -> "Init";
            case UP -> "Up";
        };
    }

    @Override
    public void close() {
        speaker.close();
    }

    private final class Listener implements BfdListener {
        @Override
        public void up(BfdSessionStatus status) {
            LOG.log(Level.INFO, () -> "BFD with " + status.peer() + " is up");
            paths.up(status.name());
        }

        @Override
        public void down(BfdSessionStatus status) {
            LOG.log(Level.INFO, () -> "BFD with " + status.peer() + " is down: " + status.diagnostic());
            paths.down(status.name(), status.failed());
        }
    }
}
