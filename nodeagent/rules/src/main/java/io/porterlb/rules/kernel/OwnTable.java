package io.porterlb.rules.kernel;

import io.porterlb.rules.RuleSet;
import io.porterlb.rules.command.Command;
import io.porterlb.rules.table.TableScript;
import java.util.Optional;

/// Keeps our table as it is wanted: replaces it at first and whenever somebody else changed it, and else
/// changes its elements alone. For the owner's thread.
///
/// An element that is taken out of a set by hand is not missed: to list ten thousand of them every few seconds
/// would cost more than it is worth.
public final class OwnTable {
    /// Prints the table without the elements of its sets.
    private static final Command LISTING = Command.asking("nft", "-t", "list", "table", "inet", "porterlb");

    private Optional<RuleSet> applied = Optional.empty();
    private String printed = "";

    /// Makes the table so.
    ///
    /// @return what went wrong, as a sentence
    public Optional<String> bring(RuleSet wanted) {
        String now = listed();
        return applied.filter(rules -> now.equals(printed) && rules.kubeProxy() == wanted.kubeProxy())
                .map(rules -> change(rules, wanted))
                .orElseGet(() -> replace(wanted));
    }

    private Optional<String> change(RuleSet from, RuleSet to) {
        if (from.equals(to)) {
            return Optional.empty();
        }
        String script = TableScript.changing(from, to);
        return script.isEmpty() ? Optional.empty() : run(script, to);
    }

    private Optional<String> replace(RuleSet wanted) {
        Optional<String> problem = run(TableScript.replacing(wanted), wanted);
        printed = listed();
        return problem;
    }

    /// Empty where the table is not there.
    private static String listed() {
        return Programs.run(LISTING).printed();
    }

    /// What failed halfway is replaced next time.
    private Optional<String> run(String script, RuleSet wanted) {
        Optional<String> problem = Programs.run(Command.nft(script)).problem();
        applied = problem.isEmpty() ? Optional.of(wanted) : Optional.empty();
        return problem;
    }

    /// Takes the table away if it is there.
    ///
    /// @return what went wrong, as a sentence
    Optional<String> remove() {
        applied = Optional.empty();
        return listed().isEmpty()
                ? Optional.empty()
                : Programs.run(Command.nft(TableScript.removing())).problem();
    }
}
