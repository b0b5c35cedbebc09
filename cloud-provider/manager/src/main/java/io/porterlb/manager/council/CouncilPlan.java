package io.porterlb.manager.council;

import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.CouncilView;
import java.util.Set;

/// What is to be done about the council. Pure; [Situation] works it out.
sealed interface CouncilPlan {
    /// Nothing: it is as wanted, or what is stored is not in force yet.
    record Nothing() implements CouncilPlan {}

    /// There is none, and this may be the first.
    ///
    /// @param awaited names of nodes that might be in it, too, if it is made later
    record Found(CouncilView first, Set<String> awaited) implements CouncilPlan {}

    /// The next one is to be written.
    record Change(CouncilView seen, CouncilView next) implements CouncilPlan {}

    /// It stays as it is until somebody does something about nodes that are missed.
    record Stuck(Reason reason, Missing missing) implements CouncilPlan {
        /// What is wrong and what to do, as sentences.
        String warning() {
            return reason.words + " " + missing.advice();
        }
    }

    /// Why it can't be changed.
    enum Reason {
        /// Those that are left can't put another one in force, and nobody vouches that the others are off.
        LOSS("Half of the Layer 2 council or more is away, and what is left of it can't give their addresses to"
                + " others: bring those nodes back."),

        /// Nodes that may go by a council that is not known here are away.
        FORGOTTEN("The PorterCouncil was deleted or is an old one, restored from a backup, and another is made only"
                + " with all nodes that may go by the one that is lost: bring those back that are away.");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    static CouncilPlan of(ClusterView view, CouncilSettings settings) {
        return Situation.of(view, settings).plan();
    }
}
