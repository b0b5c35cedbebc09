package io.porterlb.rules.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.rules.Port;
import io.porterlb.rules.Protocol;
import io.porterlb.rules.RuleSet;
import io.porterlb.rules.Vip;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TableScriptTest {
    private static final Pattern ELEMENTS = Pattern.compile("(add|delete) element inet porterlb (\\w+) \\{ (.*) }");
    private static final List<Protocol> PROTOCOLS = List.of(Protocol.values());
    private static final Vip WEB = vip("192.0.2.7", new Port(Protocol.TCP, 80), new Port(Protocol.TCP, 443));
    private static final Vip DNS = vip("2001:db8::53", new Port(Protocol.UDP, 53));

    private static Vip vip(String address, Port... ports) {
        return new Vip(IpAddress.of(address), Set.of(ports));
    }

    private static RuleSet besideKubeProxy(Vip... vips) {
        return new RuleSet(Set.of(vips), true);
    }

    @Test
    void replacementIsOneTransactionThatDoesNotAskWhatWasThere() {
        List<String> lines = TableScript.replacing(besideKubeProxy(WEB)).lines().toList();
        assertEquals(
                List.of("add table inet porterlb", "delete table inet porterlb", "table inet porterlb {"),
                lines.subList(0, 3));
    }

    @Test
    void eachFamilyHasItsSets() {
        String script = TableScript.replacing(besideKubeProxy(WEB, DNS));
        assertEquals(
                List.of(
                        "add element inet porterlb vips4 { 192.0.2.7 }",
                        "add element inet porterlb vips6 { 2001:db8::53 }",
                        "add element inet porterlb ports4 { 192.0.2.7 . tcp . 443, 192.0.2.7 . tcp . 80 }",
                        "add element inet porterlb ports6 { 2001:db8::53 . udp . 53 }"),
                script.lines().filter(line -> line.startsWith("add element")).toList());
    }

    @Test
    void nothingIsRefusedWithoutKubeProxysRules() {
        assertTrue(TableScript.replacing(new RuleSet(Set.of(WEB), true)).contains("reject"));
        String without = TableScript.replacing(new RuleSet(Set.of(WEB), false));
        assertFalse(without.contains("reject"), without);
        assertFalse(without.contains("drop"), without);
        assertFalse(without.contains("ct state new"), without);
    }

    @Test
    void echoIsAnsweredWhateverServesThePorts() {
        for (boolean kubeProxy : new boolean[] {true, false}) {
            assertTrue(
                    TableScript.replacing(new RuleSet(Set.of(WEB), kubeProxy)).contains("echo-request redirect"));
        }
    }

    @Test
    void noDifferenceIsNoScript() {
        assertEquals("", TableScript.changing(besideKubeProxy(WEB, DNS), besideKubeProxy(DNS, WEB)));
    }

    @Test
    void changeTouchesOnlyWhatDiffers() {
        var before = besideKubeProxy(WEB, DNS);
        var after = besideKubeProxy(vip("192.0.2.7", new Port(Protocol.TCP, 80)), DNS, vip("192.0.2.8"));
        assertEquals("""
                add element inet porterlb vips4 { 192.0.2.8 }
                delete element inet porterlb ports4 { 192.0.2.7 . tcp . 443 }
                """, TableScript.changing(before, after));
    }

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    /// A history of changes leaves the elements that a replacement at its end would give.
    @ParameterizedTest
    @MethodSource("seeds")
    void changesEndWhereAReplacementWould(long seed) {
        var random = new Random(seed);
        var now = besideKubeProxy();
        Set<String> elements = new TreeSet<>();
        for (int i = 0; i < 50; i++) {
            var next = new RuleSet(someVips(random), true);
            play(TableScript.changing(now, next), elements);
            now = next;
        }
        Set<String> replaced = new TreeSet<>();
        play(TableScript.replacing(now), replaced);
        assertEquals(replaced, elements, "seed " + seed);
    }

    private static Set<Vip> someVips(Random random) {
        return IntStream.range(0, 6)
                .filter(i -> random.nextBoolean())
                .mapToObj(i -> vip(i % 2 == 0 ? "192.0.2." + i : "2001:db8::" + i, somePorts(random)))
                .collect(Collectors.toSet());
    }

    private static Port[] somePorts(Random random) {
        return IntStream.range(1, 4)
                .filter(i -> random.nextBoolean())
                .mapToObj(i -> new Port(PROTOCOLS.get(random.nextInt(PROTOCOLS.size())), i))
                .toArray(Port[]::new);
    }

    /// As the kernel: deleting what is not there fails.
    private static void play(String script, Set<String> elements) {
        script.lines().map(ELEMENTS::matcher).filter(m -> m.matches()).forEach(m -> {
            Set<String> named = Arrays.stream(m.group(3).split(", ", -1))
                    .map(element -> m.group(2) + " " + element)
                    .collect(Collectors.toCollection(HashSet::new));
            if (m.group(1).equals("add")) {
                elements.addAll(named);
            } else {
                assertTrue(elements.containsAll(named), script);
                elements.removeAll(named);
            }
        });
    }
}
