package io.porterlb.layer2.answer;

import io.porterlb.address.MacAddress;
import io.porterlb.layer2.AnswerState;
import java.time.Duration;
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
    /// @param inUse who had it the last time; after that the first probe is not due for a while
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

    /// Answers, and announces when due.
    ///
    /// @param sent how many announcements
    /// @param next when the next one is, if nobody objects
    /// @param rival somebody else who says that it is his
    record Announcing(int sent, long next, Optional<Rival> rival) implements Phase {
        /// One that begins.
        static Announcing from(long now) {
            return new Announcing(0, now, Optional.empty());
        }

        /// The first announcements are for a machine that lets go of the address, and may still speak. Later ones
        /// would only fight.
        @Override
        public long due() {
            return AnnouncementSchedule.isSlowAfter(sent)
                    ? rival.map(Rival::end).orElse(next)
                    : next;
        }

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
    record Rival(MacAddress mac, long heard) {
        private static final long SILENCE = Duration.ofMinutes(1).toNanos();

        /// When he is one no more, if he is silent.
        long end() {
            return heard + SILENCE;
        }
    }
}
