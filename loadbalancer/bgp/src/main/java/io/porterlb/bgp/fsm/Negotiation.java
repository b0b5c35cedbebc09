package io.porterlb.bgp.fsm;

import static io.porterlb.bgp.wire.fault.NotificationCode.BAD_BGP_IDENTIFIER;
import static io.porterlb.bgp.wire.fault.NotificationCode.BAD_PEER_AS;
import static io.porterlb.bgp.wire.fault.NotificationCode.ROLE_MISMATCH;
import static io.porterlb.bgp.wire.fault.NotificationCode.UNACCEPTABLE_HOLD_TIME;
import static io.porterlb.bgp.wire.fault.NotificationCode.UNSUPPORTED_CAPABILITY;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.capability.CapabilityCodec;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.Octets;
import java.util.Optional;

/// Whether a peer's OPEN will do beside ours, and what both together mean
/// ([RFC 4271 6.2](https://www.rfc-editor.org/rfc/rfc4271#section-6.2)).
final class Negotiation {
    private static final int MIN_HOLD_SECONDS = 3;

    private final PeerConfig config;
    private final Agreement agreement;
    private final OurOffer ours;
    private final FaultText text;

    Negotiation(PeerConfig config) {
        this.config = config;
        this.ours = new OurOffer(config);
        this.agreement = new Agreement(config, ours);
        this.text = new FaultText(config);
    }

    sealed interface Result {
        record Accepted(Negotiated negotiated) implements Result {}

        record Refused(Notification answer, SessionFault fault) implements Result {}
    }

    /// @param plain whether our OPEN was without capabilities
    Result accept(Open open, boolean plain) {
        Optional<Result> refusal = identity(open).or(() -> holdTime(open)).or(() -> role(open));
        return refusal.orElseGet(() -> families(open, plain));
    }

    private Optional<Result> identity(Open open) {
        long peerAs = open.fourOctetAs().orElse(open.myAs());
        if (peerAs != config.peerAs()) {
            return refuse(BAD_PEER_AS, text.badPeerAs(peerAs));
        }
        // RFC 6286 2.1: not zero, and unique within an AS
        boolean same = !config.external() && open.identifier().equals(config.routerId());
        return same || open.identifier().low() == 0
                ? refuse(BAD_BGP_IDENTIFIER, text.badIdentifier(open.identifier()))
                : Optional.empty();
    }

    private Optional<Result> holdTime(Open open) {
        return open.holdTime() > 0 && open.holdTime() < MIN_HOLD_SECONDS
                ? refuse(UNACCEPTABLE_HOLD_TIME, text.unacceptableHoldTime(open.holdTime()))
                : Optional.empty();
    }

    private Optional<Result> role(Open open) {
        return Roles.refused(config, PeerOffer.of(open).roles())
                .flatMap(theirs -> refuse(ROLE_MISMATCH, text.roleMismatch(theirs)));
    }

    private Result families(Open open, boolean plain) {
        Negotiated negotiated = agreement.of(open, plain);
        if (negotiated.families().isEmpty()) {
            ByteBuf missing = Unpooled.buffer();
            CapabilityCodec.write(ours.multiprotocol(), missing);
            Octets data = Octets.of(ByteBufUtil.getBytes(missing)); // RFC 5492 5
            return new Result.Refused(Notification.of(UNSUPPORTED_CAPABILITY, data), text.noCommonFamily());
        }
        return new Result.Accepted(negotiated);
    }

    private static Optional<Result> refuse(NotificationCode code, SessionFault fault) {
        return Optional.of(new Result.Refused(Notification.of(code), fault));
    }

    /// Whether an OPEN without capabilities would do: IPv4 routes, and an AS number that needs no more than two
    /// octets.
    boolean canBePlain() {
        return config.localAs() <= 0xFFFF
                && config.families().stream().anyMatch(family -> family.family().equals(AddressFamily.IPV4_UNICAST));
    }

    /// What was agreed on, under a configuration that would have led to the same OPEN.
    Negotiated adopt(Negotiated old, boolean plain) {
        return old.with(agreement.keepalive(old.holdTime()), agreement.families(old.peer(), plain));
    }
}
