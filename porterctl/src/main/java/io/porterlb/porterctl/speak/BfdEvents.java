package io.porterlb.porterctl.speak;

import io.porterlb.bfd.BfdListener;
import io.porterlb.bfd.BfdSessionStatus;
import io.porterlb.bgp.BgpSpeaker;
import io.porterlb.porterctl.speak.json.EventOutput;
import io.porterlb.porterctl.speak.json.SessionLines;
import java.time.Instant;
import java.util.List;

/// Tells the BGP speaker what BFD finds, and shows it as events.
final class BfdEvents implements BfdListener {
    private final BgpSpeaker speaker;
    private final EventOutput output;

    BfdEvents(BgpSpeaker speaker, EventOutput output) {
        this.speaker = speaker;
        this.output = output;
    }

    @Override
    public void up(BfdSessionStatus status) {
        speaker.pathUp(status.name());
        write(status);
    }

    /// A session that one side has ended on purpose says nothing of the path
    /// ([RFC 5882 3.2](https://www.rfc-editor.org/rfc/rfc5882#section-3.2)).
    @Override
    public void down(BfdSessionStatus status) {
        if (status.failed()) {
            speaker.pathDown(status.name());
        } else {
            speaker.pathUnknown(status.name());
        }
        write(status);
    }

    private void write(BfdSessionStatus status) {
        Instant at = Instant.now();
        output.write(() -> List.of(SessionLines.bfd(status, at)));
    }
}
