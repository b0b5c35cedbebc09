package io.porterlb.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.rules.lab.Firewall;
import io.porterlb.rules.lab.Node;
import io.porterlb.rules.lab.ProxyMode;
import io.porterlb.rules.lab.Reply;
import io.porterlb.test.cluster.process.Await;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What is in the node's kernel, and what is left of it.
@Tag("cluster")
class FootprintTest {
    private final Node node = Node.create();

    @AfterEach
    void close() {
        node.close();
    }

    private String everything() {
        return node.node().exec("sh", "-c", "nft list ruleset; " + legacy("ip") + legacy("ip6"));
    }

    /// Where the kernel has no legacy table, the program that prints it would make it.
    private static String legacy(String family) {
        return "test ! -s /proc/net/%1$s_tables_names || %1$stables-legacy-save | grep -v '^[#:]'; ".formatted(family);
    }

    private static String withoutOurs(String printed) {
        return printed.replaceAll("(?ms)^table inet porterlb \\{.*?^}\n", "")
                .replaceAll("(?ms)^\tchain PORTERLB-FORWARD \\{.*?^\t}\n\n?", "")
                .lines()
                .filter(line -> !line.contains("PORTERLB-FORWARD") && !line.contains("PorterLB"))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void nothingOfOthersIsTouchedAndNothingOfOursIsLeft(Firewall firewall) {
        node.has(firewall);
        node.has(ProxyMode.IPTABLES);
        String before = everything();
        try (KernelRules rules = Rules.on(node)) {
            assertTrue(everything().contains("porterlb"));
            assertEquals(withoutOurs(before), withoutOurs(everything()));
            rules.apply(Set.of());
            Rules.await(rules, status -> status.vips() == 0);
            assertEquals(List.of(), rules.status().problems());
            assertEquals(withoutOurs(before), withoutOurs(everything()));
            assertFalse(hasOurs(), this::everything);
        }
    }

    private boolean hasOurs() {
        return everything().toLowerCase(Locale.ROOT).contains("porterlb");
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void whatAFormerAgentLeftStaysUntilTheNextOneHasAWish(Firewall firewall) throws InterruptedException {
        node.has(firewall);
        node.has(ProxyMode.IPTABLES);
        String before = everything();
        Rules.on(node).close();
        String left = everything();
        try (KernelRules next = node.rules(status -> {})) {
            Thread.sleep(Duration.ofSeconds(4)); // more than lies between two looks
            assertEquals(left, everything());
            next.apply(Set.of());
            assertTrue(Await.until(Rules.PATIENCE, () -> !hasOurs()), this::everything);
            assertEquals(before, everything());
        }
    }

    @Test
    void nodeWithoutIptablesGetsNone() {
        node.has(ProxyMode.NFTABLES);
        try (KernelRules rules = Rules.on(node)) {
            assertEquals(List.of(), rules.status().opened());
            assertFalse(everything().contains("FORWARD"), this::everything);
        }
    }

    @Test
    void addressesComeAndGoWithoutTheChains() {
        node.has(ProxyMode.NFTABLES);
        try (KernelRules rules = Rules.on(node)) {
            String handle = chainHandle();
            rules.apply(Set.of(new Vip(IpAddress.of("10.97.9.8"), Set.of(new Port(Protocol.UDP, 53)))));
            Rules.await(rules, status -> status.vips() == 1);
            String table = node.node().exec("nft", "list", "table", "inet", "porterlb");
            assertTrue(table.contains("10.97.9.8 . udp . 53"), table);
            assertFalse(table.contains("10.97.9.7") || table.contains("fd97:9::7"), table);
            assertEquals(handle, chainHandle());
        }
    }

    private String chainHandle() {
        String table = node.node().exec("nft", "-a", "list", "table", "inet", "porterlb");
        return table.replaceAll("(?s).*?(table inet porterlb \\{ # handle \\d+).*", "$1");
    }

    @ParameterizedTest
    @CsvSource({"forward, ip filter forward", "FORWARD, iptables-nft FORWARD"})
    void tableOfNftThatIsNamedLikeThatOfIptablesIsOpened(String chain, String opened) {
        node.has(ProxyMode.NFTABLES);
        node.shell("nft 'table ip filter { set trusted { type ipv4_addr; }; chain " + chain
                + " { type filter hook forward priority 0; policy drop; ip saddr @trusted accept; }; }'");
        try (KernelRules rules = Rules.on(node)) {
            assertEquals(List.of(opened), rules.status().opened());
            assertEquals(Reply.CONNECTED, node.ask(Node.V4, 80));
        }
    }

    @Test
    void tenThousandAddressesAreTakenInOneStep() {
        node.has(ProxyMode.NFTABLES);
        try (KernelRules rules = Rules.on(node)) {
            Set<Vip> many = IntStream.range(0, 10_000)
                    .mapToObj(i -> new Vip(
                            IpAddress.of("10.%d.%d.1".formatted(100 + i / 250, i % 250)),
                            Set.of(new Port(Protocol.TCP, 80))))
                    .collect(Collectors.toSet());
            rules.apply(many);
            Rules.await(rules, status -> status.vips() == 10_000);
            assertEquals(List.of(), rules.status().problems());
        }
    }
}
