package io.porterlb.rules.kernel;

import io.porterlb.rules.command.Command;
import io.porterlb.rules.forward.ForwardChain;
import io.porterlb.rules.forward.Iptables;
import io.porterlb.rules.forward.IptablesForward;
import io.porterlb.rules.forward.NftListing;
import io.porterlb.rules.table.TableScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One look at the kernel. It reads single chains where it can: kube-proxy's rules may be hundreds of
/// thousands.
public final class KernelReader {
    private static final String KUBE_PROXY = "kube-proxy";
    private static final Set<String> FAMILIES = Set.of("ip", "ip6", "inet");
    private static final Set<String> OTHERS_OF_IPTABLES = Set.of("nat", "mangle", "raw", "security");

    private final List<String> problems = new ArrayList<>();
    private final Set<String> tables; // of nft, each with its family
    private final boolean tablesKnown;
    private final Set<String> readByIptables = new HashSet<>();

    private KernelReader() {
        tables = ask(Command.asking("nft", "list", "tables"))
                .lines()
                .map(line -> line.replaceFirst("^table ", ""))
                .collect(Collectors.toSet());
        tablesKnown = problems.isEmpty();
    }

    /// What is there now. What can't be read is a problem.
    public static KernelState read() {
        var reader = new KernelReader();
        List<ForwardChain> chains = new ArrayList<>(reader.chainsOfIptables());
        chains.addAll(reader.chainsOfNft());
        return new KernelState(reader.kubeProxy(), chains, reader.problems);
    }

    private List<ForwardChain> chainsOfIptables() {
        return Arrays.stream(Iptables.values())
                .filter(iptables -> isThere(iptables, "filter") && hasForward(iptables))
                .map(this::forwardOf)
                .flatMap(Optional::stream)
                .toList();
    }

    /// A table of this name may be nft(8)'s own, whose chains have other names; iptables would not say so.
    private static boolean hasForward(Iptables iptables) {
        return !iptables.isNft()
                || Programs.run(Command.asking("nft", "list", "chain", iptables.family(), "filter", "FORWARD"))
                        .problem()
                        .isEmpty();
    }

    /// Empty for a table that only nft(8) understands.
    private Optional<ForwardChain> forwardOf(Iptables iptables) {
        return switch (Programs.run(iptables.listing("filter", "FORWARD"))) {
            case Outcome.Done(String printed) -> {
                if (iptables.isNft()) {
                    readByIptables.add(iptables.family() + " filter");
                }
                Outcome own = Programs.run(iptables.listing("filter", IptablesForward.OWN)); // fails without the chain
                yield Optional.of(IptablesForward.parse(iptables, printed, own.printed()));
            }
            case Outcome.Failed(String why) -> {
                if (!iptables.isNft() || !why.contains("incompatible, use 'nft' tool")) {
                    problems.add(why);
                }
                yield Optional.empty();
            }
        };
    }

    private List<ForwardChain> chainsOfNft() {
        return tables.stream()
                .sorted()
                .filter(this::isOfOthers)
                .flatMap(table -> NftListing.forwardChains(table, ask(nftTable("-at", table))).stream())
                .<ForwardChain>map(chain -> chain)
                .toList();
    }

    private boolean isOfOthers(String table) {
        String[] familyAndName = table.split(" ", 2);
        return FAMILIES.contains(familyAndName[0])
                && !OTHERS_OF_IPTABLES.contains(familyAndName[1])
                && !familyAndName[1].equals(KUBE_PROXY)
                && !table.equals(TableScript.TABLE)
                && !readByIptables.contains(table);
    }

    private static Command nftTable(String options, String table) {
        String[] familyAndName = table.split(" ", 2);
        return Command.asking("nft", options, "list", "table", familyAndName[0], familyAndName[1]);
    }

    /// Empty where it was not seen and something could not be read, as while others hold the lock of iptables.
    private Optional<Boolean> kubeProxy() {
        int before = problems.size();
        boolean seen = tables.contains("ip " + KUBE_PROXY)
                || tables.contains("ip6 " + KUBE_PROXY)
                || Arrays.stream(Iptables.values())
                        .filter(iptables -> isThere(iptables, "nat"))
                        .anyMatch(iptables ->
                                ask(iptables.listing("nat", "PREROUTING")).contains("-j KUBE-SERVICES"));
        boolean known = seen || (tablesKnown && problems.size() == before);
        return known ? Optional.of(seen) : Optional.empty();
    }

    private boolean isThere(Iptables iptables, String table) {
        return iptables.isNft()
                ? tables.contains(iptables.family() + " " + table)
                : LegacyTables.of(iptables.family()).contains(table);
    }

    private String ask(Command question) {
        Outcome answer = Programs.run(question);
        answer.problem().ifPresent(problems::add);
        return answer.printed();
    }
}
