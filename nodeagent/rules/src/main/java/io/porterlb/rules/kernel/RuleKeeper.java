package io.porterlb.rules.kernel;

import io.porterlb.rules.RuleSet;
import io.porterlb.rules.RuleStatus;
import io.porterlb.rules.Vip;
import io.porterlb.rules.forward.ForwardChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Brings the kernel to what is wanted, from whatever is there. For the owner's thread.
public final class RuleKeeper {
    /// What is not our table, as of the last look.
    private record Others(boolean kubeProxy, List<String> opened, List<String> problems) {}

    private final OwnTable table = new OwnTable();
    private Optional<Others> others = Optional.empty();
    private boolean cleared;

    /// Sees to all of it. Without addresses nothing of ours is in the kernel.
    public RuleStatus look(Set<Vip> vips) {
        return vips.isEmpty() ? clear() : keep(vips);
    }

    /// Sees to the addresses alone, if it has looked before: that costs what differs, and waits for nobody's lock.
    public RuleStatus change(Set<Vip> vips) {
        return others.filter(_ -> !vips.isEmpty())
                .map(known -> status(vips, known, table.bring(new RuleSet(vips, known.kubeProxy()))))
                .orElseGet(() -> look(vips));
    }

    /// Once all is gone nobody brings it back, so it is not looked for again.
    private RuleStatus clear() {
        others = Optional.empty();
        List<String> problems = cleared ? List.of() : remove();
        cleared = problems.isEmpty();
        return new RuleStatus(0, false, List.of(), problems);
    }

    /// Our table first: the accepts of other chains go by its mark.
    private RuleStatus keep(Set<Vip> vips) {
        cleared = false;
        KernelState seen = KernelReader.read();
        boolean kubeProxy =
                seen.kubeProxy().or(() -> others.map(Others::kubeProxy)).orElse(false);
        Optional<String> ofTable = table.bring(new RuleSet(vips, kubeProxy));
        var problems = new ArrayList<>(seen.problems());
        List<String> opened = seen.chains().stream()
                .filter(chain -> isOpenNow(chain, problems))
                .map(ForwardChain::name)
                .sorted()
                .toList();
        Others now = new Others(kubeProxy, opened, problems);
        others = Optional.of(now);
        return status(vips, now, ofTable);
    }

    /// @param ofTable what is wrong with our table
    private static RuleStatus status(Set<Vip> vips, Others others, Optional<String> ofTable) {
        boolean stands = ofTable.isEmpty();
        List<String> problems =
                Stream.concat(ofTable.stream(), others.problems().stream()).toList();
        return new RuleStatus(stands ? vips.size() : 0, stands && others.kubeProxy(), others.opened(), problems);
    }

    private static boolean isOpenNow(ForwardChain chain, List<String> problems) {
        if (chain.isOpen()) {
            return true;
        }
        Optional<String> problem = Programs.run(chain.opening()).problem();
        problem.ifPresent(problems::add);
        return problem.isEmpty();
    }

    /// In the opposite order, whoever put it there.
    ///
    /// @return what could not be taken away, as sentences
    private List<String> remove() {
        KernelState seen = KernelReader.read();
        var problems = new ArrayList<>(seen.problems());
        seen.chains().stream()
                .filter(ForwardChain::hasOurs)
                .flatMap(chain -> Programs.run(chain.closing()).problem().stream())
                .forEach(problems::add);
        table.remove().ifPresent(problems::add);
        return List.copyOf(problems);
    }
}
