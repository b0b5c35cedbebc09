package io.porterlb.bfd.wire;

import io.netty.buffer.ByteBuf;
import io.porterlb.bfd.BfdDiagnostic;
import io.porterlb.bfd.BfdState;
import io.porterlb.bfd.DiscardReason;
import java.util.Optional;

/// Octets to packets, with those checks of [RFC 5880
/// 6.8.6](https://www.rfc-editor.org/rfc/rfc5880#section-6.8.6) that need no session, in its order.
public final class BfdPacketReader {
    /// Of an authentication section, at least: type and length.
    private static final int AUTHENTICATION_LENGTH = 2;

    private static final int FLAGS_AT = 1;
    private static final int DETECT_MULTIPLIER_AT = 2;
    private static final int LENGTH_AT = 3;
    private static final int MY_DISCRIMINATOR_AT = 4;
    private static final int YOUR_DISCRIMINATOR_AT = 8;
    private static final int DESIRED_MIN_TX_AT = 12;
    private static final int REQUIRED_MIN_RX_AT = 16;
    private static final int REQUIRED_MIN_ECHO_RX_AT = 20;

    private BfdPacketReader() {}

    /// Reads the payload of a datagram: what is readable, of which nothing is consumed. What is beyond the
    /// packet's own Length is of no interest.
    public static ReadResult read(ByteBuf datagram) {
        Optional<DiscardReason> fault = fault(datagram.slice());
        return fault.isPresent()
                ? new ReadResult.Discarded(fault.get())
                : new ReadResult.Valid(packet(datagram.slice()));
    }

    private static Optional<DiscardReason> fault(ByteBuf in) {
        if (in.readableBytes() < BfdPacket.LENGTH) {
            return Optional.of(DiscardReason.NO_PACKET);
        }
        int flags = in.getUnsignedByte(FLAGS_AT);
        boolean authenticated = (flags & BfdPacket.AUTHENTICATION_PRESENT) != 0;
        int length = in.getUnsignedByte(LENGTH_AT);
        if (in.getUnsignedByte(0) >>> BfdPacket.VERSION_SHIFT != BfdPacket.VERSION) {
            return Optional.of(DiscardReason.BAD_VERSION);
        }
        if (length < BfdPacket.LENGTH + (authenticated ? AUTHENTICATION_LENGTH : 0)) {
            return Optional.of(DiscardReason.BAD_LENGTH);
        }
        if (length > in.readableBytes()) {
            return Optional.of(DiscardReason.LENGTH_OVER_PAYLOAD);
        }
        if (in.getUnsignedByte(DETECT_MULTIPLIER_AT) == 0) {
            return Optional.of(DiscardReason.ZERO_DETECT_MULTIPLIER);
        }
        if ((flags & BfdPacket.MULTIPOINT) != 0) {
            return Optional.of(DiscardReason.MULTIPOINT);
        }
        return sessionFault(in, state(flags), authenticated);
    }

    private static Optional<DiscardReason> sessionFault(ByteBuf in, BfdState state, boolean authenticated) {
        boolean hasHeardUs = state == BfdState.INIT || state == BfdState.UP;
        if (in.getInt(MY_DISCRIMINATOR_AT) == 0) {
            return Optional.of(DiscardReason.ZERO_MY_DISCRIMINATOR);
        }
        if (in.getInt(YOUR_DISCRIMINATOR_AT) == 0 && hasHeardUs) {
            return Optional.of(DiscardReason.ZERO_YOUR_DISCRIMINATOR);
        }
        return authenticated ? Optional.of(DiscardReason.AUTHENTICATED) : Optional.empty();
    }

    private static BfdState state(int flags) {
        return BfdState.of(flags >>> BfdPacket.STATE_SHIFT);
    }

    private static BfdPacket packet(ByteBuf in) {
        int flags = in.getUnsignedByte(FLAGS_AT);
        return new BfdPacket(
                BfdDiagnostic.of(in.getUnsignedByte(0) & BfdPacket.DIAGNOSTIC_MASK),
                state(flags),
                (flags & BfdPacket.POLL) != 0,
                (flags & BfdPacket.FINAL) != 0,
                (flags & BfdPacket.CONTROL_PLANE_INDEPENDENT) != 0,
                (flags & BfdPacket.DEMAND) != 0,
                in.getUnsignedByte(DETECT_MULTIPLIER_AT),
                in.getUnsignedInt(MY_DISCRIMINATOR_AT),
                in.getUnsignedInt(YOUR_DISCRIMINATOR_AT),
                in.getUnsignedInt(DESIRED_MIN_TX_AT),
                in.getUnsignedInt(REQUIRED_MIN_RX_AT),
                in.getUnsignedInt(REQUIRED_MIN_ECHO_RX_AT));
    }
}
