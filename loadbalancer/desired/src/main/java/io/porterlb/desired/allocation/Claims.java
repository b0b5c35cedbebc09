package io.porterlb.desired.allocation;

/// Which Service has which address in this run. Not for several threads.
record Claims(Taken taken, Tenants tenants) {
    /// Gives an address, in place of the one before.
    void give(Want want, Claim claim) {
        want.claim().ifPresent(before -> tenants.remove(before.address(), want.service()));
        tenants.add(claim.address(), want.service());
        taken.add(claim.address(), new Holder.Claimed(want.service().key()));
        want.got(claim);
    }
}
