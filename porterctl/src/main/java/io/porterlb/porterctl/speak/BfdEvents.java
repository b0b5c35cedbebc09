package io.porterlb.porterctl.speak;

import io.porterlb.bfd.BfdListener;
import io.porterlb.bfd.BfdSessionStatus;
import io.porterlb.bgp.BgpSpeaker;
import io.porterlb.porterctl.speak.json.EventOutput;
import io.porterlb.porterctl.speak.json.SessionLines;
import java.time.Instant;
import java.util.List;

/// What BFD finds, as events, and told to the BGP session beside it: a broken path ends that at once ([RFC 5882
/// 4.1](https://www.rfc-editor.org/rfc/rfc5882#section-4.1)).
final class BfdEvents implements BfdListener {
    private final BgpSpeaker bgp;
    private final EventOutput output;

    BfdEvents(BgpSpeaker bgp, EventOutput output) {
        this.bgp = bgp;
        this.output = output;
    }

    @Override
    public void up(BfdSessionStatus status) {
        bgp.pathUp(status.name());
        write(status);
    }

    @Override
    public void down(BfdSessionStatus status) {
        if (status.failed()) {
            bgp.pathDown(status.name());
        } else {
            bgp.pathUnknown(status.name());
        }
        write(status);
    }

    private void write(BfdSessionStatus status) {
        Instant at = Instant.now();
        output.write(() -> List.of(SessionLines.bfd(status, at)));
    }
}
