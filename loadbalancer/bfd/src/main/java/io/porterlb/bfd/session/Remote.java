package io.porterlb.bfd.session;

import io.porterlb.bfd.BfdDiagnostic;
import io.porterlb.bfd.BfdState;
import io.porterlb.bfd.wire.BfdPacket;

/// The neighbor, as its last packet said.
///
/// @param discriminator bfd.RemoteDiscr
/// @param state bfd.RemoteSessionState
/// @param diagnostic its reason for that state
/// @param desiredMinTx the last received Desired Min TX Interval
/// @param requiredMinRx bfd.RemoteMinRxInterval
/// @param detectMultiplier the last received Detect Mult
/// @param demand bfd.RemoteDemandMode
public record Remote(
        long discriminator,
        BfdState state,
        BfdDiagnostic diagnostic,
        long desiredMinTx,
        long requiredMinRx,
        int detectMultiplier,
        boolean demand) {
    /// Never heard, or not within a Detection Time; the values of RFC 5880 6.8.1.
    public static final Remote UNKNOWN = new Remote(0, BfdState.DOWN, BfdDiagnostic.NONE, 0, 1, 0, false);

    static Remote of(BfdPacket packet) {
        return new Remote(
                packet.myDiscriminator(),
                packet.state(),
                packet.diagnostic(),
                packet.desiredMinTx(),
                packet.requiredMinRx(),
                packet.detectMultiplier(),
                packet.demand());
    }

    public boolean isKnown() {
        return discriminator != 0;
    }
}
