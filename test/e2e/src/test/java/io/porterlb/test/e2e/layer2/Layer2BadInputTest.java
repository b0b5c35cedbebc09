package io.porterlb.test.e2e.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.fabric.Topology;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can't be answered for says so in a sentence, and touches nothing else. On two nodes, of which the first one has
/// an interface `lan4` with an IPv4 address and no IPv6.
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Layer2BadInputTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @RegisterExtension
    static final ClusterExtension CLUSTER =
            ClusterExtension.perClass(any -> Layer2Bed.spec(any).withNodes(2));

    private static final String TAKEN = "172.18.9.7";

    private Layer2Bed bed;
    private KubernetesCluster cluster;
    private Layer2Service web;

    @BeforeAll
    void install() {
        bed = Layer2Bed.make(CLUSTER.cluster());
        cluster = bed.cluster();
        web = bed.backends().expose("web", "Cluster");
        var node = cluster.node("node1").namespace();
        node.ip(List.of("link add lan4 type veth peer name lan4peer"));
        node.sysctl(Map.of("net.ipv6.conf.lan4.disable_ipv6", "1"));
        node.ip(List.of("address add 10.77.0.1/24 dev lan4", "link set lan4 up", "link set lan4peer up"));
    }

    @AfterEach
    void theOthersAreServed() {
        for (String address : web.addresses()) {
            assertTrue(Wait.until(LIMIT, () -> serves(address)), address);
        }
        cluster.kubectl("delete", "eip", "bad", "--ignore-not-found");
    }

    private boolean serves(String address) {
        String host = address.contains(":") ? "[" + address + "]" : address;
        return cluster.namespace(Topology.NEIGHBOR)
                .exec("sh", "-c", "curl --silent --max-time 1 http://" + host + "/hostname || true")
                .startsWith("web-");
    }

    private void eip(String address, String networkInterface) {
        cluster.apply("""
            apiVersion: network.kubesphere.io/v1alpha2
            kind: Eip
            metadata: {name: bad}
            spec: {address: "%s", protocol: layer2, interface: "%s", autoAssign: false}
            """.formatted(address, networkInterface));
    }

    @ParameterizedTest
    @CsvSource({
        "10.99.0.0/28, '', No network interface has a subnet that holds 10.99.0.0",
        "172.18.9.0/28, eth9, There is no network interface eth9",
        "fd00:99::/112, lan4, The network interface lan4 has no IPv6 address",
        "172.18.9.0/28, can_reach:router, behind can_reach: is not an IP address",
        "172.18.9.0/28, lo, The network interface lo is not of Ethernet",
    })
    void anEipThatFitsNoInterfaceSaysSo(String address, String networkInterface, String sentence) {
        eip(address, networkInterface);
        String said =
                Wait.untilValue(LIMIT, () -> condition("eip/bad", "Announceable"), text -> text.contains("node1"));
        assertTrue(said.startsWith("False NoInterface "), said);
        assertTrue(said.contains(sentence), said);
    }

    @Test
    void overlappingEipsOfDifferentProtocolsAreSaidSo() {
        cluster.apply("""
            apiVersion: network.kubesphere.io/v1alpha2
            kind: Eip
            metadata: {name: bad}
            spec: {address: 172.18.2.8/30, protocol: bgp}
            """);
        String said = Wait.untilValue(LIMIT, () -> condition("eip/bad", "Ready"), text -> !text.isEmpty());
        assertTrue(said.startsWith("False Overlap ") && said.contains("segment4"), said);
    }

    @Test
    void anAddressThatAnotherMachineHasIsLeftToIt() {
        String machine = cluster.namespace(Topology.NEIGHBOR).macAddress("eth0");
        cluster.namespace(Topology.NEIGHBOR).ip(List.of("address add " + TAKEN + "/16 dev eth0"));
        eip(TAKEN, "");
        cluster.apply("""
            apiVersion: v1
            kind: Service
            metadata: {name: taken, annotations: {eip.openelb.kubesphere.io/v1alpha2: bad}}
            spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
            """);
        String said = Wait.untilValue(
                LIMIT, () -> condition("service/taken", "porterlb.io/Announced"), text -> !text.isEmpty());
        assertTrue(said.startsWith("False NotAnsweredFor ") && said.contains(TAKEN + " on eth0"), said);
        assertTrue(said.contains(machine), said);
        List<String> heard = heardWhile(this::theOwnerIsReplacedTwice).stream()
                .map(Answers.Reign::who)
                .toList();
        assertEquals(List.of(machine), heard, "who answered, and who said that it is his");
        cluster.kubectl("delete", "service", "taken");
        cluster.namespace(Topology.NEIGHBOR).ip(List.of("address del " + TAKEN + "/16 dev eth0"));
    }

    private List<Answers.Reign> heardWhile(Runnable what) {
        Observer observer = Observer.start(cluster, List.of(TAKEN));
        try (observer) {
            what.run();
        }
        return observer.answers(TAKEN).reigns();
    }

    private void theOwnerIsReplacedTwice() {
        Find first = findAfter(Find.NONE);
        bed.porterlb().replaceAgent(first.node());
        Find again = findAfter(first);
        cluster.kubectl("annotate", "node", again.node(), "porterlb.io/drain=true");
        Find next = findAfter(again);
        cluster.kubectl("annotate", "node", again.node(), "porterlb.io/drain-");
        System.out.println("who has found that the address is in use: " + List.of(first, again, next));
        assertNotEquals(again.node(), next.node());
    }

    /// That an agent has found the address in use.
    ///
    /// @param since when, RFC 3339
    private record Find(String node, String since) {
        static final Find NONE = new Find("", "");
    }

    private Find findAfter(Find last) {
        return Wait.untilValue(LIMIT, () -> findsAfter(last), finds -> !finds.isEmpty())
                .getFirst();
    }

    private List<Find> findsAfter(Find last) {
        String address = ".status.layer2.addresses[?(@.address==\"" + TAKEN + "\")]";
        String columns = "{.metadata.name} {" + address + ".state} {" + address + ".since}{\"\\n\"}";
        return cluster.kubectl("get", "porternodes", "-o", "jsonpath={range .items[*]}" + columns + "{end}")
                .lines()
                .map(line -> line.split(" ", -1))
                .filter(words -> words.length == 3 && words[1].equals("InUse"))
                .map(words -> new Find(words[0], words[2]))
                .filter(find -> find.since().compareTo(last.since()) > 0)
                .toList();
    }

    private String condition(String object, String type) {
        String path = "jsonpath={range .status.conditions[?(@.type==\"%s\")]}{.status} {.reason} {.message}{end}"
                .formatted(type);
        return cluster.kubectl("get", object, "-o", path);
    }
}
