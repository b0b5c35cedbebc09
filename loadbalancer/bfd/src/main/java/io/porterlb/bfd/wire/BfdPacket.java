package io.porterlb.bfd.wire;

import io.porterlb.bfd.BfdDiagnostic;
import io.porterlb.bfd.BfdState;

/// A control packet without authentication, in the order of [RFC 5880
/// 4.1](https://www.rfc-editor.org/rfc/rfc5880#section-4.1). Intervals are in microseconds; they and the
/// discriminators are 0 to 4294967295.
///
/// @param diagnostic why the sender's session changed last
/// @param state of the sender's session
/// @param poll whether the sender asks for an answer with `fin` set
/// @param fin the Final bit: whether this answers such a packet
/// @param controlPlaneIndependent whether the sender's BFD outlives its control plane
/// @param demand whether the sender wants no periodic packets while both are up
/// @param detectMultiplier of the sender's interval, which is the time of silence that means failure; 1 to 255
/// @param myDiscriminator the sender's session, not 0
/// @param yourDiscriminator the receiver's session; 0 if the sender has not heard it
/// @param desiredMinTx how often the sender would like to send
/// @param requiredMinRx how often the sender can receive; 0 if it wants no periodic packets
/// @param requiredMinEchoRx how often the sender can receive Echo packets; 0 if it does not
public record BfdPacket(
        BfdDiagnostic diagnostic,
        BfdState state,
        boolean poll,
        boolean fin,
        boolean controlPlaneIndependent,
        boolean demand,
        int detectMultiplier,
        long myDiscriminator,
        long yourDiscriminator,
        long desiredMinTx,
        long requiredMinRx,
        long requiredMinEchoRx) {
    /// Of the mandatory section, in octets.
    public static final int LENGTH = 24;

    static final int VERSION = 1;

    static final int VERSION_SHIFT = 5;
    static final int DIAGNOSTIC_MASK = 0x1F;
    static final int STATE_SHIFT = 6;

    static final int POLL = 0x20;
    static final int FINAL = 0x10;
    static final int CONTROL_PLANE_INDEPENDENT = 0x08;
    static final int AUTHENTICATION_PRESENT = 0x04;
    static final int DEMAND = 0x02;
    static final int MULTIPOINT = 0x01;
}
