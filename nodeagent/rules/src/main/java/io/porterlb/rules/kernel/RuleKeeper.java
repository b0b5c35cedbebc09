package io.porterlb.rules.kernel;

import io.porterlb.rules.RuleSet;
import io.porterlb.rules.RuleStatus;
import io.porterlb.rules.Vip;
import io.porterlb.rules.forward.ForwardChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Brings the kernel to what is wanted, from whatever is there. For the owner's thread.
public final class RuleKeeper {
    private final OwnTable table = new OwnTable();
    private Optional<Boolean> kubeProxy = Optional.empty(); // as last seen
    private boolean cleared;

    /// Without addresses nothing of ours is in the kernel.
    public RuleStatus bring(Set<Vip> vips) {
        return vips.isEmpty() ? clear() : keep(vips);
    }

    /// Once all is gone nobody brings it back, so it is not looked for again.
    private RuleStatus clear() {
        List<String> problems = cleared ? List.of() : remove();
        cleared = problems.isEmpty();
        return new RuleStatus(0, false, List.of(), problems);
    }

    /// Our table first: the accepts of other chains go by its mark, and addresses that are new to it need not wait
    /// until those chains are read, which takes as long as others hold the lock of iptables.
    private RuleStatus keep(Set<Vip> vips) {
        cleared = false;
        kubeProxy.ifPresent(known -> table.bring(new RuleSet(vips, known)));
        KernelState seen = KernelReader.read();
        kubeProxy = seen.kubeProxy().or(() -> kubeProxy);
        RuleSet wanted = new RuleSet(vips, kubeProxy.orElse(false));
        var problems = new ArrayList<>(seen.problems());
        Optional<String> ofTable = table.bring(wanted);
        ofTable.ifPresent(problems::add);
        List<String> opened = seen.chains().stream()
                .filter(chain -> isOpenNow(chain, problems))
                .map(ForwardChain::name)
                .sorted()
                .toList();
        boolean stands = ofTable.isEmpty();
        return new RuleStatus(stands ? vips.size() : 0, stands && wanted.kubeProxy(), opened, problems);
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
