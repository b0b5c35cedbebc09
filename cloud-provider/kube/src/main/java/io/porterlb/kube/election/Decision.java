package io.porterlb.kube.election;

/// What a candidate does next.
public sealed interface Decision {
    /// Nothing until then (as of [System#nanoTime]), unless the Lease changes first.
    record Wait(long until) implements Decision {}

    /// Write the Lease, then say with [Candidate#wrote] or [Candidate#failed] how it went.
    record Write(Claim claim) implements Decision {}

    /// It was leader and is no more; there is nothing that it may do.
    record Lost() implements Decision {}
}
