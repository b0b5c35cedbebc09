package io.porterlb.rules.forward;

import io.porterlb.rules.command.Command;
import io.porterlb.rules.table.Mark;
import java.util.List;
import java.util.regex.Pattern;

/// FORWARD of the table `filter`, and our chain beside it.
///
/// @param rules of FORWARD, in order, as `iptables -S` prints them
/// @param own rules of our chain; empty also where there is no such chain
/// @param ownIsThere whether there is
public record IptablesForward(
        Iptables iptables, boolean policyDrops, List<String> rules, List<String> own, boolean ownIsThere)
        implements ForwardChain {
    /// Our chain.
    public static final String OWN = "PORTERLB-FORWARD";

    private static final String JUMP = "FORWARD -j " + OWN;
    private static final String ACCEPT =
            "-A %s -m mark --mark %s/%s -j ACCEPT".formatted(OWN, Mark.text(), Mark.text());
    private static final Pattern REFUSES_ALL =
            Pattern.compile("-A FORWARD( -m comment --comment (\"[^\"]*\"|\\S+))? -j (DROP|REJECT( .*)?)");

    public IptablesForward {
        rules = List.copyOf(rules);
        own = List.copyOf(own);
    }

    /// From what `iptables -S` printed.
    ///
    /// @param forward what `-S FORWARD` printed
    /// @param own what `-S` printed for our chain; empty where it does not exist
    public static IptablesForward parse(Iptables iptables, String forward, String own) {
        return new IptablesForward(
                iptables,
                forward.lines().anyMatch("-P FORWARD DROP"::equals),
                appended(forward),
                appended(own),
                !own.isEmpty());
    }

    private static List<String> appended(String printed) {
        return printed.lines().filter(line -> line.startsWith("-A ")).toList();
    }

    @Override
    public String name() {
        return iptables.program() + " FORWARD";
    }

    @Override
    public boolean refuses() {
        return policyDrops || rules.stream().anyMatch(IptablesForward::refusesAll);
    }

    @Override
    public boolean isOpen() {
        List<String> before =
                rules.stream().takeWhile(rule -> !refusesAll(rule)).toList();
        return jumps() == 1 && before.stream().anyMatch(IptablesForward::isJump) && own.equals(List.of(ACCEPT));
    }

    @Override
    public boolean hasOurs() {
        return ownIsThere || jumps() > 0;
    }

    @Override
    public Command opening() {
        return iptables.restore(emptyOwn() + ACCEPT + "\n" + withoutJumps() + jumpInItsPlace());
    }

    @Override
    public Command closing() {
        return iptables.restore(emptyOwn() + withoutJumps() + "-X " + OWN + "\n");
    }

    /// Makes the chain, or takes all rules out of it.
    private static String emptyOwn() {
        return ":" + OWN + " - [0:0]\n";
    }

    private String withoutJumps() {
        return ("-D " + JUMP + "\n").repeat((int) jumps());
    }

    private String jumpInItsPlace() {
        List<String> others = rules.stream().filter(rule -> !isJump(rule)).toList();
        long place = others.stream().takeWhile(rule -> !refusesAll(rule)).count() + 1; // iptables counts from 1
        return place > others.size() ? "-A " + JUMP + "\n" : "-I FORWARD " + place + " -j " + OWN + "\n";
    }

    private long jumps() {
        return rules.stream().filter(IptablesForward::isJump).count();
    }

    private static boolean isJump(String rule) {
        return rule.equals("-A " + JUMP);
    }

    private static boolean refusesAll(String rule) {
        return REFUSES_ALL.matcher(rule).matches();
    }
}
