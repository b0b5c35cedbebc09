package io.porterlb.bgp.fsm;

import static io.porterlb.bgp.wire.fault.NotificationCode.BAD_BGP_IDENTIFIER;
import static io.porterlb.bgp.wire.fault.NotificationCode.BAD_PEER_AS;
import static io.porterlb.bgp.wire.fault.NotificationCode.UNACCEPTABLE_HOLD_TIME;
import static io.porterlb.bgp.wire.fault.NotificationCode.UNSUPPORTED_CAPABILITY;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.attribute.AsPathSegment;
import io.porterlb.bgp.wire.capability.Capability;
import io.porterlb.bgp.wire.capability.CapabilityCodec;
import io.porterlb.bgp.wire.capability.FourOctetAsCapability;
import io.porterlb.bgp.wire.capability.MultiprotocolCapability;
import io.porterlb.bgp.wire.capability.RouteRefreshCapability;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.Octets;
import java.time.Duration;
import java.util.List;

/// Our OPEN, and what the peer's means beside it
/// ([RFC 4271 6.2](https://www.rfc-editor.org/rfc/rfc4271#section-6.2)).
final class Negotiation {
    private static final Capability IPV4_UNICAST = new MultiprotocolCapability(AddressFamily.IPV4_UNICAST);
    private static final int MIN_HOLD_SECONDS = 3;
    private static final int KEEPALIVES_PER_HOLD = 3;

    private final PeerConfig config;
    private final FaultText text;

    Negotiation(PeerConfig config) {
        this.config = config;
        this.text = new FaultText(config);
    }

    sealed interface Result {
        record Accepted(Negotiated negotiated) implements Result {}

        record Refused(Notification answer, SessionFault fault) implements Result {}
    }

    Open ourOpen() {
        List<Capability> capabilities =
                List.of(IPV4_UNICAST, new RouteRefreshCapability(), new FourOctetAsCapability(config.localAs()));
        int holdTime = (int) config.times().hold().toSeconds();
        return new Open(AsPathSegment.toTwoOctets(config.localAs()), holdTime, config.routerId(), capabilities);
    }

    Result accept(Open open) {
        long peerAs = open.fourOctetAs().orElse(open.myAs());
        if (peerAs != config.peerAs()) {
            return refuse(BAD_PEER_AS, text.badPeerAs(peerAs));
        }
        // RFC 6286 2.1: not zero, and unique within an AS
        boolean ours = !config.external() && open.identifier().equals(config.routerId());
        if (ours || open.identifier().low() == 0) {
            return refuse(BAD_BGP_IDENTIFIER, text.badIdentifier(open.identifier()));
        }
        if (open.holdTime() > 0 && open.holdTime() < MIN_HOLD_SECONDS) {
            return refuse(UNACCEPTABLE_HOLD_TIME, text.unacceptableHoldTime(open.holdTime()));
        }
        if (!offersIpv4Unicast(open)) {
            Notification answer = Notification.of(UNSUPPORTED_CAPABILITY, octets(IPV4_UNICAST)); // RFC 5492 5
            return new Result.Refused(answer, text.noCommonFamily());
        }
        return new Result.Accepted(negotiated(open));
    }

    private static Result refuse(NotificationCode code, SessionFault fault) {
        return new Result.Refused(Notification.of(code), fault);
    }

    /// RFC 4760 8: a peer without that capability at all speaks IPv4 unicast.
    private static boolean offersIpv4Unicast(Open open) {
        return open.capabilities().contains(IPV4_UNICAST)
                || open.capabilities().stream().noneMatch(MultiprotocolCapability.class::isInstance);
    }

    private static Octets octets(Capability capability) {
        ByteBuf out = Unpooled.buffer();
        CapabilityCodec.write(List.of(capability), out);
        return Octets.of(ByteBufUtil.getBytes(out));
    }

    private Negotiated negotiated(Open open) {
        Duration theirs = Duration.ofSeconds(open.holdTime());
        Duration hold =
                config.times().hold().compareTo(theirs) < 0 ? config.times().hold() : theirs;
        CodecContext codec = CodecContext.ipv4(open.fourOctetAs().isPresent(), config.external());
        return new Negotiated(open.identifier(), hold, keepalive(hold), codec);
    }

    Negotiated adopt(Negotiated old) {
        return new Negotiated(old.peerId(), old.holdTime(), keepalive(old.holdTime()), old.codec());
    }

    /// A third of the hold time (RFC 4271 10), or less where that is configured.
    private Duration keepalive(Duration hold) {
        Duration third = hold.dividedBy(KEEPALIVES_PER_HOLD);
        return config.times()
                .keepalive()
                .filter(configured -> configured.compareTo(third) < 0)
                .orElse(third);
    }
}
