package io.porterlb.rules.forward;

import io.porterlb.rules.command.Command;
import java.util.List;
import java.util.stream.Collectors;

/// A base chain of the forward hook that was made with nft(8) and not by iptables.
///
/// @param table its family and name, as `inet filter`
public record NftForward(String table, String chain, boolean policyDrops, List<NftRule> rules) implements ForwardChain {
    public NftForward {
        rules = List.copyOf(rules);
    }

    @Override
    public String name() {
        return table + " " + chain;
    }

    @Override
    public boolean refuses() {
        return policyDrops || rules.stream().anyMatch(NftRule::refusesAll);
    }

    @Override
    public boolean isOpen() {
        return rules.stream().takeWhile(rule -> !rule.refusesAll()).anyMatch(NftRule::isOurs);
    }

    @Override
    public boolean hasOurs() {
        return rules.stream().anyMatch(NftRule::isOurs);
    }

    @Override
    public Command opening() {
        String place = rules.stream()
                .filter(NftRule::refusesAll)
                .findFirst()
                .map(refusal -> "insert rule %s handle %s %s%n".formatted(name(), refusal.handle(), NftRule.accept()))
                .orElseGet(() -> "add rule %s %s%n".formatted(name(), NftRule.accept()));
        return Command.nft(withoutOurs() + place);
    }

    @Override
    public Command closing() {
        return Command.nft(withoutOurs());
    }

    private String withoutOurs() {
        return rules.stream()
                .filter(NftRule::isOurs)
                .map(rule -> "delete rule %s handle %s%n".formatted(name(), rule.handle()))
                .collect(Collectors.joining());
    }
}
