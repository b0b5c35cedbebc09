package io.porterlb.bgp.fsm;

/// What a peer is told of a restart of the speaker ([RFC 4724
/// 4.1](https://www.rfc-editor.org/rfc/rfc4724#section-4.1)).
///
/// @param restarting the R bit: we have just restarted, so our peers need not wait for one another
/// @param forwarding the F bit: packets were passed on all the while
public record Restarted(boolean restarting, boolean forwarding) {
    /// A speaker that runs, and whose machine passes packets on whatever happens to the speaker.
    public static final Restarted NO = new Restarted(false, true);
}
