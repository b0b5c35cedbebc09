package io.porterlb.rules.forward;

import io.porterlb.rules.command.Command;
import java.util.List;

/// The iptables of a node: for each family the back end that keeps its rules in nftables, and the legacy one.
/// A node may use both at once, and a packet then goes through both.
public enum Iptables {
    V4_NFT("iptables-nft", "ip"),
    V6_NFT("ip6tables-nft", "ip6"),
    V4_LEGACY("iptables-legacy", "ip"),
    V6_LEGACY("ip6tables-legacy", "ip6");

    private static final String LOCK_SECONDS = "5"; // of waiting for /run/xtables.lock

    private final String program;
    private final String family;

    Iptables(String program, String family) {
        this.program = program;
        this.family = family;
    }

    public String program() {
        return program;
    }

    /// As nft(8) and /proc name it: `ip` or `ip6`.
    public String family() {
        return family;
    }

    /// Whether its tables are those that nft(8) lists.
    public boolean isNft() {
        return program.endsWith("-nft");
    }

    /// Prints a chain's policy and rules.
    public Command listing(String table, String chain) {
        return Command.asking(program, "-w", LOCK_SECONDS, "-t", table, "-S", chain);
    }

    /// Changes the table `filter` as a whole or not at all.
    Command restore(String rules) {
        return new Command(
                List.of(program + "-restore", "-w", LOCK_SECONDS, "--noflush"), "*filter\n" + rules + "COMMIT\n");
    }
}
