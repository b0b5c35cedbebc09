package io.porterlb.test.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A wrong value is refused with a sentence, and every right one is documented.
class ValuesTest extends ChartTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Za-z0-9.]+)` \\| [^|]+ \\| [^|]+ \\|$");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            manger.replicas=1                     | 'manger' not allowed
            manager.replica=1                     | 'replica' not allowed
            manager.replicas=-1                   | minimum: got -1, want 0
            manager.securePort=443                | manager/securePort
            manager.secureAddress=[::1]           | does not match pattern
            manager.healthPort=80                 | minimum: got 80, want 1,024
            manager.requireAnnotation=yes         | got string, want boolean
            manager.loadBalancerClass=Some Class  | does not match pattern
            image.pullPolicy=Sometimes            | value must be one of 'Always', 'IfNotPresent', 'Never'
            image.registry=https://ghcr.io/x      | does not match pattern
            apiServer.host=https://10.0.0.1:6443  | does not match pattern
            apiServer.host=[fd00::1]              | does not match pattern
            agent.resources.limits.memory=lots    | does not match pattern
            agent.updateStrategy.rollingUpdate.maxSurge=1 | 'maxSurge' not allowed
            authSecretNames={Leaf}                | does not match pattern
            image.tag=1@sha256:12                 | does not match pattern
            image.digests.agent=sha256:12         | 'agent' not allowed
            image.digests.porterctl=sha256:12     | does not match pattern
            agent.minReadySeconds=-1              | minimum: got -1, want 0
            agent.podLabels.a=b/c                 | does not match pattern
            manager.env[0].value=x                | missing property 'name'
            uninstall.timeout=60                  | want string
            uninstall.timeout=2h                  | does not match pattern
            crds.keep=maybe                       | got string, want boolean
            layer2.port=80                        | minimum: got 80, want 1,024
            layer2.witness=quorum                 | value must be one of 'none', 'lease'
            cloudConfig.zones={a}                 | 'zones' not allowed
            cloudConfig.rules[0].zon=a            | 'zon' not allowed
            cloudConfig.rules[0].zone.label=a     | 'label' not allowed
            cloudConfig.rules[0].zone=1           | got number, want string or object
            cloudConfig.inventory.nodes={a}       | got string, want object
            cloudConfig.inventory.nodes[0].shutdown=true | missing property 'name'
            """)
    void theSchemaRefuses(String value, String expected) {
        String refusal = CHART.refusal(value.strip());
        assertTrue(refusal.contains(expected.strip()), value + ": " + refusal);
        String field = value.split("=", 2)[0].replace('.', '/');
        assertTrue(refusal.contains(field.split("/", 2)[0]) || refusal.contains("manger"), refusal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            apiServer.port=443                      | apiServer.port is set and apiServer.host is not
            agent.updateStrategy.type=OnDelete      | set agent.updateStrategy.rollingUpdate to null
            manager.healthPort=10359                | give them different ports
            manager.securePort=10358                | give them different ones
            manager.securePort=10359                | give them different ones
            manager.args={--secure-port=1}          | Use in its place: manager.securePort
            manager.args={--leader-elect-resource-name=x} | its rights are for one name
            manager.args={--health-address=:1}      | Use in its place: manager.healthPort
            manager.args={--cloud-config=x}         | Use in its place: cloudConfig
            manager.args={--leader-elect=false}     | Set manager.replicas to 1
            manager.args={--require-annotation}     | Use in its place: manager.requireAnnotation
            agent.args={--node-name=x}              | agent.args has --node-name, which the chart sets itself
            agent.env[0].name=NODE_NAME             | agent.env has NODE_NAME, which the chart sets itself
            manager.env[0].name=KUBERNETES_SERVICE_HOST | Use in its place: apiServer.host
            manager.podLabels.app\\.kubernetes\\.io/name=x | manager.podLabels has app.kubernetes.io/name
            authSecretNames={*,leaf}                | write either
            """)
    void valuesThatContradictEachOtherAreRefused(String value, String expected) {
        String refusal = CHART.refusal(value.strip());
        assertTrue(refusal.contains(expected.strip()), value + ": " + refusal);
    }

    @Test
    void anOldKubernetesIsRefused() {
        String refusal = CHART.helm()
                .command("template", "x", CHART.folder().toString(), "--kube-version", "1.29.9")
                .result()
                .error();
        assertTrue(refusal.contains("chart requires kubeVersion: >=1.30.0-0"), refusal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            agent.updateStrategy.type=OnDelete,agent.updateStrategy.rollingUpdate=null
            agent.updateStrategy.rollingUpdate.maxUnavailable=10%
            apiServer.host=fd00::1,apiServer.port=443
            apiServer.host=api.example.com
            manager.replicas=5
            manager.replicas=1,manager.args={--leader-elect=false}
            manager.replicas=3,manager.args={--leader-elect=true}
            manager.securePort=0,manager.secureAddress=::1
            manager.loadBalancerClass=example.com/lb
            global.anything=1
            image.registry=localhost:5000
            authSecretNames={*}
            manager.podLabels=null,agent.env=null,agent.nodeSelector=null
            agent.affinity.nodeAffinity.x=y
            image.registry=[fd00::1]:5000/x
            cloudConfig.rules[0].name=a*,cloudConfig.rules[0].zone.fromLabel=rack
            cloudConfig.inventory.nodes[0].name=a,cloudConfig.inventory.nodes[0].shutdown=true
            """)
    void valuesOfUsersAreTaken(String values) {
        assertEquals("", CHART.refusal(values));
    }

    @Test
    void theReadmeHasARowForEveryValueAndNoOther() throws IOException {
        String readme = Files.readString(CHART.folder().resolve("README.md"));
        assertEquals(
                new TreeSet<>(leaves()),
                ROW.matcher(readme).results().map(row -> row.group(1)).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyValueHasACommentAboveIt() throws IOException {
        List<String> lines = Files.readAllLines(CHART.folder().resolve("values.yaml"));
        Set<String> names = leaves().stream()
                .map(path -> path.substring(path.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
        Pattern key = Pattern.compile("^(?: {2})?(\\w+):.*");
        for (int i = 1; i < lines.size(); i++) {
            List<MatchResult> found = key.matcher(lines.get(i)).results().toList();
            if (!found.isEmpty() && names.contains(found.getFirst().group(1))) {
                assertTrue(lines.get(i - 1).strip().startsWith("#"), lines.get(i) + " has no comment above it");
            }
        }
    }

    @Test
    void theSchemaKnowsEveryValueAndNoOther() throws IOException {
        JsonObject schema = Yaml.object(Files.readString(CHART.folder().resolve("values.schema.json")));
        var known = new TreeSet<String>();
        for (Map.Entry<String, JsonElement> section : properties(schema).entrySet()) {
            Map<String, JsonElement> inner = properties(section.getValue().getAsJsonObject());
            inner.keySet().forEach(name -> known.add(section.getKey() + "." + name));
            if (inner.isEmpty() && !section.getKey().equals("global")) {
                known.add(section.getKey());
            }
        }
        assertEquals(new TreeSet<>(leaves()), known);
    }

    private static Map<String, JsonElement> properties(JsonObject schema) {
        return schema.has("properties") ? schema.getAsJsonObject("properties").asMap() : Map.of();
    }

    /// Names of all values: at the top, or in one of its sections.
    private static List<String> leaves() throws IOException {
        JsonObject values = Yaml.object(Files.readString(CHART.folder().resolve("values.yaml")));
        return values.entrySet().stream()
                .flatMap(section -> section.getValue().isJsonObject()
                        ? section.getValue().getAsJsonObject().keySet().stream()
                                .map(name -> section.getKey() + "." + name)
                        : List.of(section.getKey()).stream())
                .toList();
    }
}
