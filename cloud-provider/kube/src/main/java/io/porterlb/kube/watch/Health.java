package io.porterlb.kube.watch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/// Whether one kind's list-watch works, for people: says once that it does not, and once that it does again. A watch
/// that worked and broke is nothing to say before an attempt to resume it has failed too. Owned by the reflector's
/// thread; any thread may ask for the trouble.
final class Health {
    private static final Logger LOG = System.getLogger(Health.class.getName());

    /// So many watches in a row that the server agreed to and ended without a word are a fault on the way to it.
    private static final int BARREN = 5;

    private final String kind;
    private volatile Optional<String> trouble;
    private boolean warned;
    private boolean opened;
    private int barren;

    Health(String kind) {
        this.kind = kind;
        this.trouble = Optional.of("The " + kind + " are not listed yet.");
    }

    /// Why the store may be out of date, as a sentence; empty while all is well.
    Optional<String> trouble() {
        return trouble;
    }

    /// An attempt begins.
    void begin() {
        opened = false;
    }

    /// A list is complete.
    void listed() {
        well();
    }

    /// The server has agreed to a watch.
    void opened() {
        opened = true;
        if (barren < BARREN) {
            well();
        }
    }

    /// The watch told something.
    void progressed() {
        barren = 0;
        well();
    }

    /// The attempt ended, which it always does.
    ///
    /// @param why as a sentence, in case that it did no good
    void ended(String why) {
        barren += opened ? 1 : 0;
        if (!opened || barren >= BARREN) {
            report(why);
        } else {
            LOG.log(Level.DEBUG, why);
        }
    }

    private void report(String sentence) {
        LOG.log(warned ? Level.DEBUG : Level.WARNING, sentence + " Trying again until it works.");
        warned = true;
        trouble = Optional.of(sentence);
    }

    private void well() {
        if (warned) {
            LOG.log(Level.INFO, "Watching " + kind + " works again.");
        }
        warned = false;
        trouble = Optional.empty();
    }
}
