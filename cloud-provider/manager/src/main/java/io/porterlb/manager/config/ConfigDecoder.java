package io.porterlb.manager.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The file's mapping to a [CloudConfig]. Faults go to the section's own list; what is returned beside them
/// means nothing.
final class ConfigDecoder {
    private ConfigDecoder() {}

    static CloudConfig decode(Section file) {
        file.allowOnly("rules", "inventory");
        return new CloudConfig(rules(file), file.section("inventory").map(ConfigDecoder::inventory));
    }

    private static List<NodeRule> rules(Section file) {
        List<NodeRule> rules = new ArrayList<>();
        for (Section section : file.sections("rules")) {
            NodeRule rule = RuleDecoder.decode(section);
            rules.stream()
                    .flatMap(earlier -> earlier.hides(rule).stream())
                    .distinct()
                    .forEach(field -> section.fault(
                            field, "an earlier rule with the same name and selector gives it; leave one out"));
            rules.add(rule);
        }
        return rules;
    }

    private static Inventory inventory(Section section) {
        section.allowOnly("nodes");
        Set<String> all = new HashSet<>();
        Set<String> shutDown = new HashSet<>();
        for (Section node : section.sections("nodes")) {
            node.allowOnly("name", "shutdown");
            String name = name(node);
            if (!all.add(name)) {
                node.fault("name", "'" + name + "' is there twice; leave one out");
            }
            if (node.yesOrNo("shutdown").orElse(false)) {
                shutDown.add(name);
            }
        }
        if (all.isEmpty()) {
            section.fault("nodes", "list the nodes that there are, or leave the inventory out");
        }
        return new Inventory(all, shutDown);
    }

    private static String name(Section node) {
        String name = node.text("name").orElse("");
        if (name.isEmpty()) {
            node.fault("name", "write the name of a Node");
        }
        return name;
    }
}
