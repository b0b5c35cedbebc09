package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.view.ServiceView;
import java.util.Optional;

/// An address of one family that a Service wants, and what has come of that so far. Not for several threads.
final class Want {
    private final ServiceView service;
    private final Wish wish;
    private Optional<Claim> claim = Optional.empty();
    private Optional<ServiceProblem> refusal = Optional.empty();
    private Optional<Separation> separation = Optional.empty();

    Want(ServiceView service, Wish wish) {
        this.service = service;
        this.wish = wish;
    }

    ServiceView service() {
        return service;
    }

    Wish wish() {
        return wish;
    }

    IpFamily family() {
        return wish.family();
    }

    /// The address that it has now.
    Optional<Claim> claim() {
        return claim;
    }

    /// Why it has none, or not the one that it asks for.
    Optional<ServiceProblem> refusal() {
        return refusal;
    }

    /// Why it cannot stay at an address that a record gives it.
    Optional<Separation> separation() {
        return separation;
    }

    /// Whether it has neither an address nor an answer.
    boolean open() {
        return claim.isEmpty() && refusal.isEmpty();
    }

    /// Whether it asks for something by name and has not got it.
    boolean unfulfilled(Pools pools) {
        return claim.map(has -> !wish.satisfiedBy(has.address(), has.eip(), pools))
                .orElseGet(() -> open() && wish.explicit());
    }

    void got(Claim better) {
        claim = Optional.of(better);
        refusal = Optional.empty();
    }

    void refused(ServiceProblem why) {
        refusal = Optional.of(why);
    }

    /// The first time counts.
    void separated(Separation why) {
        separation = separation.or(() -> Optional.of(why));
    }

    /// Whether it is at this address now.
    boolean at(IpAddress address) {
        return claim.filter(has -> has.address().equals(address)).isPresent();
    }
}
