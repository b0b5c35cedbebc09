package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.pool.Pool;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.view.NamespaceView;
import io.porterlb.desired.view.ServiceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a Service that keeps its address is told when the address is no longer what it should be.
final class Notices {
    private Notices() {}

    /// @param namespace that of the Service; while it is not known, it is no reason for a notice
    static List<Notice> of(Optional<NamespaceView> namespace, Claim claim, Pools pools) {
        List<Notice> notices = new ArrayList<>();
        ofEip(claim, pools.named(claim.eip())).ifPresent(notices::add);
        pools.named(claim.eip())
                .filter(pool -> namespace.filter(n -> !pool.allows(n)).isPresent())
                .map(pool -> kept(
                        claim.address(),
                        "NamespaceNotAllowed",
                        "its Eip %s is bound to other namespaces now".formatted(pool.name())))
                .ifPresent(notices::add);
        return notices;
    }

    private static Optional<Notice> ofEip(Claim claim, Optional<Pool> found) {
        IpAddress address = claim.address();
        if (found.isEmpty()) {
            return Optional.of(kept(address, "EipNotFound", "its Eip %s is deleted".formatted(claim.eip())));
        }
        Pool pool = found.get();
        if (pool.problem().isPresent()) {
            String message = "The Service keeps %s from Eip %s, which gives out no addresses: %s"
                    .formatted(address, pool.name(), pool.problem().get().message());
            return Optional.of(new Notice("EipUnusable", message));
        }
        if (!pool.contains(address)) {
            return Optional.of(
                    kept(address, "AddressOutsideEip", "its Eip %s no longer contains it".formatted(pool.name())));
        }
        if (pool.eip().deleting()) {
            return Optional.of(kept(address, "EipDeleting", "its Eip %s is being deleted".formatted(pool.name())));
        }
        return pool.eip().disable()
                ? Optional.of(kept(address, "EipDisabled", "its Eip %s is disabled".formatted(pool.name())))
                : Optional.empty();
    }

    private static Notice kept(IpAddress address, String reason, String why) {
        return new Notice(
                reason,
                "The Service keeps %s although %s: to move it, ask for another address or create it anew."
                        .formatted(address, why));
    }

    /// Where it has not what it asks for.
    static Optional<Notice> unmet(Want want, Claim claim, Pools pools) {
        return want.refusal()
                .or(() -> otherProtocol(want.service(), claim, pools))
                .map(why -> requestNotHeld(claim.address(), why));
    }

    /// Whether the Service asks for another protocol than that of its Eip. It may have changed its mind, or the Eip may
    /// have been edited, so neither moves it.
    private static Optional<ServiceProblem> otherProtocol(ServiceView service, Claim claim, Pools pools) {
        String asked = Selection.protocol(service);
        return pools.named(claim.eip())
                .filter(pool -> !asked.isEmpty() && !asked.equals(pool.protocol()))
                .map(pool -> new ServiceProblem.ProtocolMismatch(
                        "Annotation " + Annotations.PROTOCOL, asked, pool.name(), pool.protocol()));
    }

    private static Notice requestNotHeld(IpAddress address, ServiceProblem why) {
        String message = "The Service keeps %s and not what it asks for: %s".formatted(address, why.message());
        return new Notice(why.reason(), message, true);
    }

    /// Where it has an address of its other family alone.
    static Notice missing(Want want) {
        ServiceProblem why =
                new ServiceProblem.FamilyMissing(want.family(), want.refusal().orElseThrow());
        return new Notice(why.reason(), why.message(), true);
    }
}
