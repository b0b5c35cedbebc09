package io.porterlb.agent.layer2;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.plan.AnswerPlan;
import io.porterlb.desired.plan.Layer2Plan;
import io.porterlb.desired.plan.LinkPlan;
import io.porterlb.layer2.link.Choice;
import io.porterlb.layer2.link.DeviceChooser;
import io.porterlb.layer2.link.LinkTable;
import io.porterlb.layer2.link.Refusal;
import io.porterlb.layer2.link.Selector;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What this node could answer for, as its interfaces are now.
///
/// @param devices name of the interface of each address that it could
/// @param refused why it could not, of each other address
/// @param capabilities what it tells the other nodes that it could: the name of each Eip of which it can answer for
///     some address, and of those the addresses that it can't ([#hindrance])
/// @param refusals why it can't answer for addresses of an Eip, by the Eip's name
record Offer(
        Map<IpAddress, String> devices,
        Map<IpAddress, Refusal> refused,
        Set<String> capabilities,
        Map<String, String> refusals) {
    static final Offer NONE = new Offer(Map.of(), Map.of(), Set.of(), Map.of());

    /// So many addresses of an Eip may be the exception; with more of them the Eip is not offered.
    private static final int MOST_EXCEPTIONS = 100;

    static Offer of(LinkTable table, Layer2Plan plan) {
        Builder builder = new Builder(table, plan);
        plan.links().forEach(builder::link);
        plan.answers().forEach(builder::answer);
        return builder.build();
    }

    /// What a node says of itself that can't have an address, though others of its Eip. No Eip has a name like that.
    static String hindrance(IpAddress address) {
        return "not " + address;
    }

    /// Those whose interface is there, and can't be used now.
    Set<IpAddress> down() {
        return refused.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Refusal.Unusable)
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    private static final class Builder {
        private final LinkTable table;
        private final Map<String, Selector> selectors;
        private final Map<IpAddress, String> devices = new HashMap<>();
        private final Map<IpAddress, Refusal> refused = new HashMap<>();
        private final Map<String, Set<String>> exceptions = new HashMap<>();
        private final Set<String> capabilities = new HashSet<>();
        private final Map<String, String> refusals = new TreeMap<>();

        Builder(LinkTable table, Layer2Plan plan) {
            this.table = table;
            selectors = plan.links().stream()
                    .collect(toMap(LinkPlan::eip, link -> Selector.parse(link.networkInterface())));
        }

        private Choice choose(String eip, IpAddress address) {
            return DeviceChooser.choose(table, selectors.getOrDefault(eip, new Selector.BySubnet()), address);
        }

        /// That the example is the node's own tells nothing of the others.
        void link(LinkPlan link) {
            switch (choose(link.eip(), link.example())) {
                case Choice.Chosen _ -> capabilities.add(link.eip());
                case Refusal.OwnAddress _ -> {}
                case Refusal.RouteUnknown _ -> {} // the next table has it
                case Refusal refusal -> refusals.put(link.eip(), refusal.sentence());
            }
        }

        void answer(AnswerPlan answer) {
            switch (choose(answer.eip(), answer.address())) {
                case Choice.Chosen(var device) -> {
                    devices.put(answer.address(), device.name());
                    capabilities.add(answer.eip());
                }
                case Refusal refusal -> {
                    refused.put(answer.address(), refusal);
                    exceptions
                            .computeIfAbsent(answer.eip(), _ -> new HashSet<>())
                            .add(hindrance(answer.address()));
                    if (!(refusal instanceof Refusal.RouteUnknown)
                            && selectors.containsKey(
                                    answer.eip())) { // of one that is gone, it may never have been for links
                        refusals.putIfAbsent(answer.eip(), refusal.sentence());
                    }
                }
            }
        }

        Offer build() {
            exceptions.forEach((eip, hindrances) -> {
                if (hindrances.size() > MOST_EXCEPTIONS) {
                    capabilities.remove(eip);
                } else if (capabilities.contains(eip)) {
                    capabilities.addAll(hindrances);
                }
            });
            return new Offer(Map.copyOf(devices), Map.copyOf(refused), Set.copyOf(capabilities), Map.copyOf(refusals));
        }
    }
}
