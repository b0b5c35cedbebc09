package io.porterlb.porterctl.speak;

import io.porterlb.bfd.BfdListener;
import io.porterlb.bfd.BfdSessionStatus;
import io.porterlb.porterctl.speak.json.EventOutput;
import io.porterlb.porterctl.speak.json.SessionLines;
import java.time.Instant;
import java.util.List;

/// What BFD finds, as events.
final class BfdEvents implements BfdListener {
    private final EventOutput output;

    BfdEvents(EventOutput output) {
        this.output = output;
    }

    @Override
    public void up(BfdSessionStatus status) {
        write(status);
    }

    @Override
    public void down(BfdSessionStatus status) {
        write(status);
    }

    private void write(BfdSessionStatus status) {
        Instant at = Instant.now();
        output.write(() -> List.of(SessionLines.bfd(status, at)));
    }
}
