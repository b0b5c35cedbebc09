package io.porterlb.test.e2e.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.fabric.Topology;
import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.CommandResult;
import io.porterlb.test.e2e.layer2.Answers.Reign;
import io.porterlb.test.e2e.lifecycle.Porterctl;
import io.porterlb.test.e2e.load.LoadResult;
import io.porterlb.test.e2e.stage.Attempts;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses of Layer 2 on a segment of three dual-stack nodes, seen from hosts on it and behind its router. How long a
/// gap lasts is judged by `hack/bench failover` alone.
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Layer2Test {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration A_WHILE = Duration.ofSeconds(3);
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);
    private static final Pattern MAC = Pattern.compile("[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}");

    @RegisterExtension
    static final ClusterExtension CLUSTER = ClusterExtension.perClass(Layer2Bed::spec);

    private Layer2Bed bed;
    private Layer2Service web;

    @BeforeAll
    void install() {
        bed = Layer2Bed.make(CLUSTER.cluster());
        web = bed.backends().expose("web", "Cluster");
    }

    private NetworkNamespace host(String role) {
        return bed.cluster().namespace(role);
    }

    @ParameterizedTest
    @ValueSource(strings = {Topology.NEIGHBOR, Topology.CLIENT})
    void clientsOnTheSegmentAndBehindTheRouterHaveAnswersFromBothFamilies(String client) {
        for (String address : web.addresses()) {
            assertTrue(Wait.until(LIMIT, () -> answers(host(client), address)), client + " to " + address);
        }
    }

    private static boolean answers(NetworkNamespace client, String address) {
        String host = address.contains(":") ? "[" + address + "]" : address;
        var curl = List.of("curl", "--silent", "--fail", "--max-time", "1", "http://" + host + "/hostname");
        return Command.of(client.command(curl)).result().exitStatus() == 0;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneNodeAnswersWhetherTheSwitchSnoopsOrNot(boolean snoops) {
        bed.cluster().fabric().rack().snoop(snoops);
        Wait.until(A_WHILE, () -> false); // until the switch goes by what it has heard
        assertOwnerAnswers(web.ipv4(), "arping", "-b", "-c", "3", "-I", "eth0", web.ipv4());
        assertOwnerAnswers(web.ipv6(), "ndisc6", "-m", "-r", "2", "-w", "500", web.ipv6(), "eth0");
    }

    private void assertOwnerAnswers(String address, String... ask) {
        Set<String> owner = Set.of(mac(Owner.await(bed.cluster(), address)));
        assertEquals(owner, Wait.untilValue(TO_ANSWER, () -> macs(ask), macs -> !macs.isEmpty()));
    }

    private String mac(String node) {
        return bed.cluster().node(node).namespace().macAddress("eth0");
    }

    /// What the neighbor is told.
    private Set<String> macs(String... ask) {
        String output = Command.of(host(Topology.NEIGHBOR).command(List.of(ask)))
                .result()
                .output();
        return MAC.matcher(output)
                .results()
                .map(MatchResult::group)
                .map(mac -> mac.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    @Test
    void nodeReportsTheAddressesThatItAnswersFor() {
        for (String address : web.addresses()) {
            String owner = Owner.await(bed.cluster(), address);
            assertEquals(
                    Set.of(owner),
                    Wait.untilValue(LIMIT, () -> reporters(address), Set.of(owner)::equals),
                    () -> "who reports that it has " + address);
        }
    }

    private Set<String> reporters(String address) {
        String addresses = "jsonpath={.status.layer2.addresses[*].address}";
        return bed.cluster().nodes().stream()
                .map(node -> node.name())
                .filter(node -> List.of(bed.cluster()
                                .kubectl("get", "porternode", node, "-o", addresses)
                                .split(" ", -1))
                        .contains(address))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void anotherNodeAnswersWhenTheOwnersLinkIsCut() {
        Attempts.run(this::cutTheOwnersLink);
    }

    private void cutTheOwnersLink() {
        bed.settle();
        String owner = bed.ownerWithoutBackend(web.ipv4());
        try {
            Trial.Seen seen = new Trial(bed.cluster(), web.ipv4(), 0).during(() -> {
                bed.cluster().fabric().cutSilently(owner);
                Wait.until(A_WHILE, () -> false);
            });
            System.out.println("owner " + owner + " cut off: " + seen);
            assertEquals(List.of(), seen.answers().late(), "answers of two at a time");
            String heir = seen.answers().reigns().getLast().who();
            Attempts.expect(
                    !heir.equals(owner) && isAnsweredAtLast(seen.client().load()), seen::toString);
        } finally {
            bed.cluster().fabric().restore(owner);
        }
        Answers again = Owner.look(bed.cluster(), web.ipv4(), A_WHILE);
        Attempts.expect(again.reigns().size() == 1, () -> "when it returned, it took back: " + again.reigns());
    }

    /// Of the last second's requests no more have failed than a busy machine loses.
    private static boolean isAnsweredAtLast(LoadResult load) {
        int all = load.requests();
        return new LoadResult(load.shots().subList(Math.max(0, all - 100), all)).unharmed();
    }

    @Test
    void newAgentOnTheNodeMovesNothing() {
        Attempts.run(this::replaceTheAgent);
    }

    private void replaceTheAgent() {
        String address = web.ipv6();
        bed.settle();
        String owner = bed.ownerWithoutBackend(address);
        Trial.Seen seen = new Trial(bed.cluster(), address, 10)
                .during(() -> bed.porterlb().replaceAgent(owner));
        System.out.println("agent of " + owner + " replaced: " + seen);
        List<String> who = seen.answers().reigns().stream().map(Reign::who).toList();
        Attempts.expect(who.equals(List.of(owner)) && isUnharmed(seen), seen::toString);
        assertEquals(List.of(), seen.client().connections().broken());
    }

    private static boolean isUnharmed(Trial.Seen seen) {
        return seen.client().load().unharmed();
    }

    @Test
    void drainHandsTheAddressOverAndLosesNothing() {
        Attempts.run(this::drainTheOwner);
    }

    private void drainTheOwner() {
        String address = web.ipv4();
        bed.settle();
        String owner = bed.ownerWithoutBackend(address);
        try {
            Trial.Seen seen = new Trial(bed.cluster(), address, 0).during(() -> porterctl("drain", owner, "--wait"));
            System.out.println(owner + " drained: " + seen);
            assertEquals(List.of(), seen.answers().late(), "answers of two at a time");
            Attempts.expect(seen.answers().reigns().size() == 2 && isUnharmed(seen), seen::toString);
        } finally {
            porterctl("undrain", owner);
        }
    }

    private void porterctl(String verb, String... arguments) {
        CommandResult result = new Porterctl(bed.cluster()).run(verb, arguments);
        assertEquals(0, result.exitStatus(), result.output() + result.error());
    }

    @Test
    void serviceOfPolicyLocalIsAnsweredForByANodeWithAnEndpoint() {
        KubernetesCluster cluster = bed.cluster();
        Layer2Service local = bed.backends().expose("local", "Local");
        for (String node : List.of("node1", "node3", "node2")) {
            bed.backends().only(Set.of(node));
            for (String address : local.addresses()) {
                assertEquals(node, Wait.untilValue(LIMIT, () -> Owner.await(cluster, address), node::equals));
                assertTrue(Wait.until(LIMIT, () -> answers(host(Topology.CLIENT), address)));
            }
        }
        cluster.kubectl("delete", "service", "local", "--timeout=300s");
    }
}
