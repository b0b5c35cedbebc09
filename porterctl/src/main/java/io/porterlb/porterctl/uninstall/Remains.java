package io.porterlb.porterctl.uninstall;

import io.porterlb.kube.KubeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the cluster still has of PorterLB. One thread.
final class Remains {
    private final List<Step> open;
    private final Journal journal;
    private List<Thing> things = List.of();
    private Optional<KubeException> unknown = Optional.empty();

    Remains(List<Step> steps, Journal journal) {
        this.open = new ArrayList<>(steps);
        this.journal = journal;
    }

    /// Looks again, but no more for what was gone once.
    ///
    /// @return whether waiting is of no use any more: nothing is left, or only what could not be taken away
    boolean settled() {
        try {
            look();
        } catch (KubeException e) {
            unknown = Optional.of(e);
            return false;
        }
        return things.stream().allMatch(thing -> journal.failure(thing.name()).isPresent());
    }

    private void look() {
        List<Thing> found = new ArrayList<>();
        for (Step step : List.copyOf(open)) {
            List<Thing> left = step.see();
            if (left.isEmpty()) {
                open.remove(step);
            }
            found.addAll(left);
        }
        things = found;
        unknown = Optional.empty();
    }

    /// Says what the last look has shown.
    ///
    /// @return whether nothing is left
    boolean report() {
        if (unknown.isPresent()) {
            journal.say("What is left can't be told: " + unknown.get().getMessage());
            return false;
        }
        if (things.isEmpty()) {
            journal.say("Nothing of PorterLB is left.");
            return true;
        }
        journal.say("Left of PorterLB:");
        things.forEach(thing -> journal.say("  " + thing.name() + ": " + why(thing)));
        journal.say("Run porterctl uninstall again when that is solved.");
        return false;
    }

    private String why(Thing thing) {
        return journal.failure(thing.name())
                .or(() -> Optional.of(thing.state()).filter(state -> !state.isEmpty()))
                .orElse("it is still there, or there again");
    }
}
