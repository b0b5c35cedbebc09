package io.porterlb.manager.config;

import io.porterlb.desired.view.NodeSelector;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One item of `rules` to a [NodeRule].
final class RuleDecoder {
    private static final String FROM_LABEL = "fromLabel";

    private RuleDecoder() {}

    static NodeRule decode(Section section) {
        section.allowOnly("name", "selector", "region", "zone", "instanceType", "labels");
        NodeRule rule = new NodeRule(
                name(section),
                section.section("selector").map(SelectorDecoder::decode).orElse(NodeSelector.ALL),
                fact(section, "region"),
                fact(section, "zone"),
                fact(section, "instanceType"),
                section.section("labels").map(RuleDecoder::labels).orElse(Map.of()));
        if (rule.saysNothing()) {
            section.fault("zone", "the rule says nothing; write region, zone, instanceType or labels");
        }
        return rule;
    }

    private static NamePattern name(Section section) {
        String pattern = section.text("name").orElse(NamePattern.ANY.text());
        if (pattern.isEmpty()) {
            section.fault("name", "write the name of a Node, with * for any characters, or leave it out");
        }
        return new NamePattern(pattern);
    }

    private static Map<String, Fact> labels(Section section) {
        Map<String, Fact> labels = new HashMap<>();
        for (String key : section.names()) {
            if (!LabelSyntax.isKey(key)) {
                section.fault(key, "this can't be the key of a label; write one such as example.com/row");
            } else if (LabelSyntax.isReserved(key)) {
                section.fault(
                        key, "labels of kubernetes.io and k8s.io are not for cloud providers; use another prefix");
            } else {
                fact(section, key).ifPresent(fact -> labels.put(key, fact));
            }
        }
        return labels;
    }

    private static Optional<Fact> fact(Section section, String field) {
        return section.fields().get(field) instanceof Map<?, ?>
                ? section.section(field).flatMap(RuleDecoder::fromLabel)
                : literal(section, field);
    }

    private static Optional<Fact> fromLabel(Section source) {
        source.allowOnly(FROM_LABEL);
        Optional<String> key = source.text(FROM_LABEL);
        if (key.filter(LabelSyntax::isKey).isEmpty()) {
            source.fault(FROM_LABEL, "write the key of a label of the Node, such as openelb.kubesphere.io/rack");
        }
        return key.map(Fact.FromLabel::new);
    }

    private static Optional<Fact> literal(Section section, String field) {
        Optional<String> text = section.text(field);
        if (text.isPresent() && !LabelSyntax.isValue(text.get())) {
            section.fault(
                    field,
                    "'" + text.get() + "' can't be the value of a label; write at most 63 letters, digits, '-', '_' and"
                            + " '.', with a letter or digit at both ends");
        }
        return text.map(Fact.Text::new);
    }
}
