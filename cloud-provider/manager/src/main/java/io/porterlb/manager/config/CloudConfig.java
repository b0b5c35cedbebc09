package io.porterlb.manager.config;

import io.porterlb.desired.view.NodeView;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the operator has written down about the nodes, in the file of `--cloud-config`.
///
/// @param rules what to say of which node; for each fact the first rule counts that gives it
/// @param inventory the machines that there are; without it, nothing is concluded about any
public record CloudConfig(List<NodeRule> rules, Optional<Inventory> inventory) {
    /// Says nothing about any node.
    public static final CloudConfig NONE = new CloudConfig(List.of(), Optional.empty());

    public CloudConfig {
        rules = List.copyOf(rules);
    }

    /// Reads a file: YAML 1.1, at most 3 MiB, in UTF-8.
    public static ConfigReading read(Path file) {
        try {
            return read(file.toString(), Files.readString(file));
        } catch (NoSuchFileException _) {
            return new ConfigReading.Refused(file + ": there is no such file.");
        } catch (CharacterCodingException _) {
            return new ConfigReading.Refused(file + ": this is not text in UTF-8.");
        } catch (IOException e) {
            return new ConfigReading.Refused(file + ": it can't be read: " + e.getMessage());
        }
    }

    /// Reads the text of a file.
    ///
    /// @param file its name, for sentences
    static ConfigReading read(String file, String text) {
        Faults faults = new Faults();
        CloudConfig config =
                YamlDocument.read(text, faults).map(ConfigDecoder::decode).orElse(NONE);
        return faults.isEmpty() ? new ConfigReading.Read(config) : new ConfigReading.Refused(faults.in(file));
    }

    /// What is to be said of a node.
    public NodeFacts facts(NodeView node) {
        return NodeFacts.of(rules.stream().filter(rule -> rule.matches(node)).toList(), node);
    }
}
