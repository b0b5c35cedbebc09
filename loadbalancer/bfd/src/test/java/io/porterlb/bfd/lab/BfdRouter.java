package io.porterlb.bfd.lab;

import io.porterlb.address.IpAddress;

/// A routing daemon at the far end of a lab, with one BFD session.
public sealed interface BfdRouter permits Bird, Frr {
    /// What a router is told.
    ///
    /// @param peer the speaker's address
    /// @param local its own
    /// @param multihop whether the speaker is behind a router
    /// @param millis both intervals
    /// @param multiplier the detection multiplier
    /// @param shutdown whether to hold the session down
    record Session(IpAddress peer, IpAddress local, boolean multihop, int millis, int multiplier, boolean shutdown) {
        public static Session onLink(IpAddress peer, IpAddress local, int millis) {
            return new Session(peer, local, false, millis, 3, false);
        }

        public static Session overRouter(IpAddress peer, IpAddress local, int millis) {
            return new Session(peer, local, true, millis, 3, false);
        }

        /// The same at another pace.
        public Session every(int otherMillis) {
            return new Session(peer, local, multihop, otherMillis, multiplier, shutdown);
        }

        /// The same with another multiplier.
        public Session times(int otherMultiplier) {
            return new Session(peer, local, multihop, millis, otherMultiplier, shutdown);
        }

        /// The same, held down or not.
        public Session shutdown(boolean held) {
            return new Session(peer, local, multihop, millis, multiplier, held);
        }
    }

    /// The kinds there are.
    enum Kind {
        FRR,
        BIRD;

        public BfdRouter start(BfdLab lab, Session session) {
            BfdRouter router = this == FRR ? new Frr(lab) : new Bird(lab);
            router.start(session);
            return router;
        }
    }

    void start(Session session);

    /// Changes the session while it runs.
    void change(Session session);

    /// Whether it says that its session is up.
    boolean isUp();

    /// What it says of its sessions, for errors.
    String report();

    /// SIGKILL.
    void kill();
}
