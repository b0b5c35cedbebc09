package io.porterlb.kube.election;

/// The Lease as an API server keeps it: written only over the version that it has.
final class StoredLease {
    private Lease lease = Lease.NONE;
    private int version;

    Lease read() {
        return lease;
    }

    /// Whether it was taken.
    boolean write(Claim claim) {
        if (!claim.over().version().equals(lease.version())) {
            return false;
        }
        version++;
        lease = new Lease(Integer.toString(version), claim.holder(), claim.duration(), claim.transitions());
        return true;
    }

    int transitions() {
        return lease.transitions();
    }
}
