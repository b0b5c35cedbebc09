package io.porterlb.porterctl.uninstall;

import java.util.List;

/// A step that takes away what tells our addresses from those of others, and so must wait until no Service
/// needs that any more: another run could then not find what this one has left.
///
/// @param services whose end is the condition
record OnlyWhenReleased(Step services, Step step) implements Step {
    @Override
    public List<Thing> look() {
        return step.look();
    }

    @Override
    public void run(Journal journal) throws InterruptedException {
        if (services.see().isEmpty()) {
            step.run(journal);
            return;
        }
        see().forEach(thing -> journal.failed(thing.name(), "it is kept until all Services are released"));
    }
}
