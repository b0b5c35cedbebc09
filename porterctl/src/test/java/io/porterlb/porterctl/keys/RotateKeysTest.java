package io.porterlb.porterctl.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesCluster;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import picocli.CommandLine;

/// At a real API server. There are no agents; what they would report is written by hand.
@Tag("cluster")
@Timeout(300)
class RotateKeysTest {
    @RegisterExtension
    static final ClusterExtension CLUSTER = ClusterExtension.perClass(spec -> spec.withNodes(1));

    private static final List<String> DONE = List.of(
            "1 of 3: all agents accept the new key beside the old one",
            "2 of 3: all agents sign with the new key",
            "3 of 3: all agents forget the old key");
    private static final String OLD = "an old key, of at least 16 octets";

    private record Run(int status, List<String> out, String err) {}

    /// What the Secret holds.
    private record Stored(String version, String key, String other) {
        static Stored of(JsonObject secret) {
            JsonObject data = secret.getAsJsonObject("data");
            return new Stored(
                    secret.getAsJsonObject("metadata").get("resourceVersion").getAsString(),
                    text(data, "key"),
                    data.has("otherKey") ? text(data, "otherKey") : "");
        }

        private static String text(JsonObject data, String key) {
            byte[] octets = Base64.getDecoder().decode(data.get(key).getAsString());
            return new String(octets, StandardCharsets.UTF_8);
        }
    }

    private final KubernetesCluster cluster = CLUSTER.cluster();
    private final List<Stored> steps = new ArrayList<>();

    @BeforeEach
    void install() {
        cluster.kubectl("apply", "-f", System.getProperty("porterlb.root") + "/manifests/crds");
        cluster.kubectl("wait", "--for=condition=Established", "--timeout=300s", "crd", "--all");
        cluster.kubectl("create", "namespace", "porterlb-system");
    }

    @AfterEach
    void clear() {
        cluster.kubectl("delete", "namespace", "porterlb-system");
        cluster.kubectl("delete", "porternodes", "--all");
    }

    private void makeSecret() {
        cluster.kubectl(
                "-n", "porterlb-system", "create", "secret", "generic", "porterlb-layer2", "--from-literal=key=" + OLD);
        for (String node : List.of("n1", "n2", "other")) {
            cluster.apply("{apiVersion: porterlb.io/v1alpha1, kind: PorterNode, metadata: {name: " + node + "}}");
        }
        steps.add(stored());
        report("n1", stored());
        report("n2", stored());
    }

    private Stored stored() {
        return Stored.of(cluster.kubectlJson("-n", "porterlb-system", "get", "secret", "porterlb-layer2"));
    }

    /// The agent of this node has taken the Secret as it was seen.
    private void report(String node, Stored seen) {
        String status = "{\"status\": {\"layer2\": {\"keysVersion\": \"" + seen.version() + "\"}}}";
        cluster.kubectl("patch", "porternode", node, "--subresource=status", "--type=merge", "--patch", status);
    }

    private Run rotate(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = new CommandLine(new RotateKeysCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute((String.join(" ", arguments) + " --kubeconfig " + cluster.kubeconfig())
                        .strip()
                        .split(" ", -1));
        return new Run(status, out.toString().lines().toList(), err.toString());
    }

    /// A rotation with agents that follow, until one of them does no more.
    private Run rotateFollowed(Predicate<Stored> n2Follows, String... arguments) throws InterruptedException {
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Run> run = CompletableFuture.supplyAsync(() -> rotate(arguments), thread);
            while (!run.isDone()) {
                follow(n2Follows);
                Thread.sleep(50);
            }
            return run.join();
        }
    }

    private void follow(Predicate<Stored> n2Follows) {
        Stored now = stored();
        if (!now.equals(steps.getLast())) {
            steps.add(now);
        }
        report("n1", now);
        if (n2Follows.test(now)) {
            report("n2", now);
        }
    }

    private static boolean accepts(Stored one, Stored other) {
        return other.key().equals(one.key()) || other.key().equals(one.other());
    }

    private void assertRotatedWithoutAGap() {
        for (int i = 1; i < steps.size(); i++) {
            Stored before = steps.get(i - 1);
            Stored after = steps.get(i);
            assertTrue(accepts(before, after) && accepts(after, before), "step " + i + " of " + steps);
        }
        assertNotEquals(steps.getFirst().key(), stored().key());
        assertEquals("", stored().other());
    }

    @Test
    void theKeyIsExchangedInStepsThatAllAgentsUnderstand() throws Exception {
        makeSecret();
        assertEquals(new Run(0, DONE, ""), rotateFollowed(_ -> true));
        assertEquals(4, steps.size());
        assertRotatedWithoutAGap();
    }

    @Test
    void noStepBeginsBeforeAllHaveTakenTheLastAndTheNextRunGoesOnFromThere() throws Exception {
        makeSecret();
        Run first = rotateFollowed(now -> now.other().isEmpty(), "--timeout=30s");
        assertEquals(1, first.status());
        assertTrue(first.err().contains("have not said that they follow: n2."), first.err());
        assertEquals(2, steps.size());
        Stored begun = stored();
        report("n2", begun);
        Run second = rotateFollowed(now -> now.key().equals(begun.key()), "--timeout=30s");
        assertEquals(1, second.status());
        assertEquals(DONE.subList(0, 1), second.out());
        assertEquals(3, steps.size());
        Run third = rotateFollowed(_ -> true);
        assertEquals(new Run(0, DONE.subList(1, 3), ""), third);
        assertEquals(begun.other(), stored().key());
        assertRotatedWithoutAGap();
    }

    @Test
    void whereThereIsNoSecretItSaysWhoMakesIt() {
        Run run = rotate();
        assertEquals(1, run.status());
        assertTrue(run.err().startsWith("porterctl rotate-keys: there is no Secret porterlb-layer2"), run.err());
    }

    @Test
    void keysAreNeverShown() throws Exception {
        makeSecret();
        Run run = rotateFollowed(now -> now.other().isEmpty(), "--timeout=2s");
        Stored now = stored();
        String said = run.toString();
        for (String secret : List.of(OLD, now.key(), now.other())) {
            assertTrue(!said.contains(secret), said);
        }
    }
}
