package io.porterlb.layer2.answer;

import io.porterlb.address.MacAddress;
import io.porterlb.layer2.AnswerState;
import java.util.Optional;

/// Where an address stands.
sealed interface Phase {
    /// When something is to be done next.
    long due();

    /// Whether questions are answered.
    boolean answers();

    /// As the outside is told.
    AnswerState state();

    /// Asks whether the address is free.
    ///
    /// @param sent how many probes
    /// @param inUse who had it the last time
    record Probing(int sent, long due, Optional<MacAddress> inUse) implements Phase {
        @Override
        public boolean answers() {
            return false;
        }

        @Override
        public AnswerState state() {
            return inUse.<AnswerState>map(by -> new AnswerState.Conflict(by, false))
                    .orElseGet(AnswerState.Probing::new);
        }
    }

    /// Somebody has it; is asked for again when due.
    record InUse(MacAddress by, long due) implements Phase {
        @Override
        public boolean answers() {
            return false;
        }

        @Override
        public AnswerState state() {
            return new AnswerState.Conflict(by, false);
        }
    }

    /// Answers, and announces when due.
    ///
    /// @param sent how many announcements
    /// @param rival somebody else who says that it is his
    record Announcing(int sent, long due, Optional<Rival> rival) implements Phase {
        @Override
        public boolean answers() {
            return true;
        }

        @Override
        public AnswerState state() {
            return rival.<AnswerState>map(other -> new AnswerState.Conflict(other.mac(), true))
                    .orElseGet(AnswerState.Announcing::new);
        }
    }

    /// Another one with the same address.
    ///
    /// @param heard when last
    record Rival(MacAddress mac, long heard) {}
}
