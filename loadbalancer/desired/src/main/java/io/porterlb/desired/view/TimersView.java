package io.porterlb.desired.view;

import java.util.OptionalInt;

/// `spec.timers.config` of a BgpPeer, in seconds. 0 means absent: OpenELB decodes them into GoBGP's messages, where a
/// field that is not set is 0.
public record TimersView(OptionalInt holdTime, OptionalInt keepaliveInterval, OptionalInt connectRetry) {
    public static final TimersView UNSET =
            new TimersView(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
}
