package io.porterlb.manager.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.desired.view.NodeView;
import io.porterlb.manager.ANode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudConfigTest {
    private static final NodeView ANY = ANode.named("node1").view();

    static CloudConfig read(String yaml) {
        ConfigReading reading = CloudConfig.read("cloud.yaml", yaml);
        return assertInstanceOf(ConfigReading.Read.class, reading, reading::toString)
                .config();
    }

    private static String refusal(String yaml) {
        return assertInstanceOf(ConfigReading.Refused.class, CloudConfig.read("cloud.yaml", yaml))
                .sentence();
    }

    @Test
    void aRuleSaysRegionZoneInstanceTypeAndLabelsOfTheNodesThatItNames() {
        CloudConfig config = read("""
                rules:
                  - name: rack-a-*
                    region: eu
                    zone: rack-a
                    instanceType: r640
                    labels: {example.com/row: "7"}
                """);
        assertEquals(
                new NodeFacts("eu", "rack-a", "r640", Map.of("example.com/row", "7")),
                config.facts(ANode.named("rack-a-1").view()));
        assertEquals(
                new NodeFacts("", "", "", Map.of()),
                config.facts(ANode.named("rack-b-1").view()));
    }

    @Test
    void forEachFactTheFirstRuleCountsThatGivesIt() {
        CloudConfig config = read("""
                rules:
                  - {name: node1, zone: first}
                  - {zone: second, region: second, labels: {a: second, b: second}}
                  - {name: "*1", zone: third, labels: {a: third, c: third}}
                """);
        assertEquals(
                new NodeFacts("second", "first", "", Map.of("a", "second", "b", "second", "c", "third")),
                config.facts(ANY));
    }

    @Test
    void aRuleWithANameAndASelectorNeedsBothToMatch() {
        CloudConfig config = read("""
                rules:
                  - name: n*
                    selector:
                      matchLabels: {size: big, empty: ""}
                      matchExpressions: [{key: disk, operator: In, values: [ssd, nvme]}, {key: old, operator: DoesNotExist}]
                    zone: a
                """);
        ANode node = ANode.named("n").label("size", "big").label("empty", "").label("disk", "ssd");
        assertEquals("a", config.facts(node.view()).zone());
        assertEquals("", config.facts(node.label("old", "").view()).zone());
        assertEquals("", config.facts(ANode.named("n").view()).zone());
    }

    @Test
    void aFactMayBeTakenFromALabelAndIsLeftToLaterRulesWhereTheNodeHasNone() {
        CloudConfig config = read("""
                rules:
                  - zone: {fromLabel: openelb.kubesphere.io/rack}
                    labels: {example.com/rack: {fromLabel: openelb.kubesphere.io/rack}}
                  - {name: node1, zone: elsewhere}
                """);
        NodeView racked =
                ANode.named("node1").label("openelb.kubesphere.io/rack", "r7").view();
        assertEquals(new NodeFacts("", "r7", "", Map.of("example.com/rack", "r7")), config.facts(racked));
        assertEquals(new NodeFacts("", "elsewhere", "", Map.of()), config.facts(ANY));
    }

    @Test
    void anInventorySaysWhichNodesThereAreAndWhichAreShutDown() {
        CloudConfig config = read("""
                inventory:
                  nodes: [{name: node1}, {name: node2, shutdown: true}, {name: node3, shutdown: false}]
                """);
        assertEquals(
                Optional.of(new Inventory(Set.of("node1", "node2", "node3"), Set.of("node2"))), config.inventory());
    }

    @Test
    void theExampleOfTheUserGuideIsRead() throws IOException {
        String guide = Files.readString(Path.of(System.getProperty("porterlb.root"), "docs", "user-guide.md"));
        String example = guide.split("(?m)^cloudConfig:\n", 2)[1].split("```", 2)[0].stripIndent();
        CloudConfig config = read(example);
        assertEquals(3, config.rules().size());
        NodeView edge = ANode.named("edge-1")
                .label("tier", "edge")
                .label("openelb.kubesphere.io/rack", "r7")
                .view();
        assertEquals(new NodeFacts("eu", "r7", "r640", Map.of("example.com/row", "7")), config.facts(edge));
        assertEquals("hall-1", config.facts(ANY).zone());
        assertEquals(Optional.of(new Inventory(Set.of("node1", "node2"), Set.of("node2"))), config.inventory());
    }

    @ParameterizedTest
    @CsvSource({"''", "'# nothing'", "'{}'", "'rules: []'"})
    void aFileThatSaysNothingIsNoFault(String yaml) {
        assertEquals(CloudConfig.NONE, read(yaml));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zones: [a]                                      | zones: there is no such field; there are rules, inventory.
            rules: [{zon: a, region: b}]                    | rules[0].zon: there is no such field
            rules: {zone: a}                                | rules: write a list
            rules: [rack-a]                                 | rules[0]: write fields here
            rules: [{name: n}]                              | rules[0].zone: the rule says nothing
            rules: [{name: '', zone: a}]                    | rules[0].name: write the name of a Node
            rules: [{zone: a}, {name: x, zone: b}, {zone: c}] | rules[2].zone: an earlier rule with the same name and selector gives it
            rules: [{zone: 1}]                              | rules[0].zone: write a text here
            rules: [{zone: no}]                             | only in quotes
            rules: [{zone: }]                               | rules[0].zone: write a text here
            rules: [{zone: ''}]                             | can't be the value of a label
            rules: [{zone: 'a b'}]                          | rules[0].zone: 'a b' can't be the value of a label
            rules: [{zone: {label: a}}]                     | rules[0].zone.label: there is no such field; there are fromLabel.
            rules: [{zone: {fromLabel: 'a/b/c'}}]           | rules[0].zone.fromLabel: write the key of a label
            rules: [{labels: {topology.kubernetes.io/zone: a}}] | are not for cloud providers
            rules: [{labels: {k8s.io/a: a}}]                | are not for cloud providers
            rules: [{labels: {'a b': a}}]                   | can't be the key of a label
            rules: [{labels: {1: a}}]                       | rules[0].labels.1: write a text here
            rules: [{zone: a, selector: {app: a}}]          | rules[0].selector.app: there is no such field
            rules: [{zone: a, selector: {matchExpressions: [{key: a, operator: Is}]}}] | matchExpressions[0].operator: write In or NotIn
            rules: [{zone: a, selector: {matchExpressions: [{key: a, operator: In}]}}] | write In or NotIn with values
            rules: [{zone: a, selector: {matchExpressions: [{operator: Exists}]}}] | matchExpressions[0].key: write the key of a label
            inventory: {}                                   | inventory.nodes: list the nodes that there are
            inventory: {nodes: []}                          | inventory.nodes: list the nodes that there are
            inventory: {nodes: [{name: a}, {name: a}]}      | inventory.nodes[1].name: 'a' is there twice
            inventory: {nodes: [{shutdown: true}]}          | inventory.nodes[0].name: write the name of a Node
            inventory: {nodes: [{name: a, shutdown: 'yes'}]} | inventory.nodes[0].shutdown: write true or false
            inventory: {nodes: [{name: a, shutdown: }]}     | inventory.nodes[0].shutdown: write true or false
            inventory: {nodes: [a]}                         | inventory.nodes[0]: write fields here
            [rules]                                         | it must begin with fields
            {rules: [{zone: a}], rules: []}                 | this is not YAML: found duplicate key rules
            'rules: ['                                      | line 1: this is not YAML
            """)
    void whatIsUnknownWrongOrContradictoryIsRefusedWithItsPlace(String yaml, String expected) {
        String sentence = refusal(yaml);
        assertTrue(sentence.startsWith("cloud.yaml: ") && sentence.contains(expected), sentence);
        assertTrue(sentence.endsWith("."), sentence);
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        String sentence = refusal("{rules: [{zon: a}], inventory: {}}");
        assertTrue(sentence.contains("rules[0].zon") && sentence.contains("inventory.nodes"), sentence);
    }

    @Test
    void aFileThatIsNotThereOrNotTextIsRefused(@TempDir Path folder) throws IOException {
        Path none = folder.resolve("none");
        assertEquals(new ConfigReading.Refused(none + ": there is no such file."), CloudConfig.read(none));
        Path binary = Files.write(folder.resolve("binary"), new byte[] {'a', (byte) 0xFF});
        assertEquals(new ConfigReading.Refused(binary + ": this is not text in UTF-8."), CloudConfig.read(binary));
        assertInstanceOf(ConfigReading.Refused.class, CloudConfig.read(folder));
    }
}
