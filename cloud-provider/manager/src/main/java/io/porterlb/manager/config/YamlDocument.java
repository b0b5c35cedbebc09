package io.porterlb.manager.config;

import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/// A YAML document, as far as its form goes. SnakeYAML's limits hold for size, depth and aliases.
final class YamlDocument {
    private YamlDocument() {}

    /// The mapping that the document is; empty for one that holds nothing, or, with a fault, for anything else.
    static Optional<Section> read(String text, Faults faults) {
        try {
            Object document = new Yaml(new SafeConstructor(strict())).load(text);
            if (document instanceof Map<?, ?> fields) {
                return Optional.of(new Section("", fields, faults));
            }
            if (document != null) {
                faults.add("", "it must begin with fields, such as \"rules:\"");
            }
        } catch (MarkedYAMLException e) {
            faults.add(place(e), "this is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            faults.add("", "this is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static String place(MarkedYAMLException e) {
        return e.getProblemMark() == null ? "" : "line " + (e.getProblemMark().getLine() + 1);
    }

    private static LoaderOptions strict() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return options;
    }
}
