package io.porterlb.kube.election;

import io.porterlb.kube.WriteResult;

/// The one Lease of an election, at the API server. Any thread; calls block it, for a few seconds at most.
public interface LeaseClient extends AutoCloseable {
    /// Watches the Lease from now on.
    ///
    /// @param onChange called, briefly, when it may have changed
    void watch(Runnable onChange);

    /// The newest Lease that is known, from the watch, a read or a write; [Lease#NONE] if none is.
    Lease latest();

    /// Reads the Lease; [#latest] has it then. [WriteResult.NotFound] if there is none.
    ///
    /// @throws io.porterlb.kube.KubeException if there is no answer, or it is forbidden
    WriteResult read();

    /// Writes the Lease, if it is still the one that the claim is over; [#latest] then has what was stored.
    ///
    /// @throws io.porterlb.kube.KubeException if there is no answer, or it is forbidden
    WriteResult write(Claim claim);

    /// Has an event written about the Lease, with the reason `LeaderElection`.
    void say(String message);

    @Override
    void close();
}
