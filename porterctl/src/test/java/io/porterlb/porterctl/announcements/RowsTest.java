package io.porterlb.porterctl.announcements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.kube.agents.Layer2Announcement;
import io.porterlb.kube.agents.NodeAnnouncements;
import io.porterlb.kube.agents.RouteAnnouncement;
import io.porterlb.kube.agents.RouteAnnouncement.Told;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static final String T0 = "2026-11-28T20:00:00Z";
    private static final String T1 = "2026-11-28T20:00:01.5Z";

    private static Held held(String address, String... services) {
        return new Held(IpAddress.of(address), List.of(services));
    }

    private static NodeAnnouncements node(String name, RouteAnnouncement... routes) {
        return new NodeAnnouncements(name, List.of(routes), List.of());
    }

    private static NodeAnnouncements answers(String name, String address, String state, boolean answers, String why) {
        return new NodeAnnouncements(
                name, List.of(), List.of(new Layer2Announcement(address, "eth0", state, answers, why, T1)));
    }

    private static RouteAnnouncement route(String prefix, String nextHop, String... peers) {
        return new RouteAnnouncement(
                prefix,
                nextHop,
                List.of("default/web"),
                false,
                T0,
                Stream.of(peers).map(peer -> new Told(peer, T1)).toList());
    }

    private static List<String> lines(List<Held> held, NodeAnnouncements... said) {
        return Table.lines(Rows.of(held, List.of(said))).stream()
                .map(line -> line.replaceAll(" {2,}", " | "))
                .toList();
    }

    private static boolean announced(List<Held> held, NodeAnnouncements... said) {
        return Rows.unannounced(held, Rows.of(held, List.of(said))).isEmpty();
    }

    @Test
    void rowsAreSortedByAddressAsANumberThenByNode() {
        List<Held> held = List.of(held("198.51.100.10", "default/web"), held("198.51.100.9", "default/web"));
        assertEquals(
                List.of(
                        "ADDRESS | SERVICE | PROTOCOL | NODE | DEVICE/PEERS | STATE | SINCE | NOTE",
                        "198.51.100.9 | default/web | bgp | n1 | leaf1,leaf2 | Announced | 2026-11-28T20:00:01Z",
                        "198.51.100.10 | default/web | bgp | n1 | leaf1 | Announced | 2026-11-28T20:00:01Z",
                        "198.51.100.10 | default/web | bgp | n2 | - | NoSession | 2026-11-28T20:00:00Z"),
                lines(
                        held,
                        node("n2", route("198.51.100.10/32", "")),
                        node(
                                "n1",
                                route("198.51.100.10/32", "", "leaf1"),
                                route("198.51.100.9/32", "", "leaf1", "leaf2"))));
    }

    @Test
    void anAddressThatNobodyAnnouncesHasNobody() {
        List<Held> held = List.of(held("198.51.100.7", "default/web"));
        assertEquals(
                "198.51.100.7 | default/web | - | nobody | - | - | -",
                lines(held).getLast());
        assertFalse(announced(held));
    }

    @Test
    void announcedToNobodyIsNotAnnounced() {
        List<Held> held = List.of(held("198.51.100.7", "default/web"));
        assertFalse(announced(held, node("n1", route("198.51.100.7/32", ""))));
        assertTrue(announced(
                held, node("n1", route("198.51.100.7/32", "")), node("n2", route("198.51.100.7/32", "", "leaf1"))));
    }

    @Test
    void anAggregateIsARowForEachAddressInItThatAServiceOfItHolds() {
        List<Held> held = List.of(
                held("198.51.100.7", "default/a", "default/web"),
                held("198.51.100.8", "default/other"),
                held("203.0.113.1", "default/web"));
        List<String> lines = lines(held, node("n1", route("198.51.100.0/24", "", "leaf1")));
        assertEquals(
                "198.51.100.7 | default/a,default/web | bgp | n1 | leaf1 | Announced | 2026-11-28T20:00:01Z | in 198.51.100.0/24",
                lines.get(1));
        assertEquals("198.51.100.8 | default/other | - | nobody | - | - | -", lines.get(2));
        assertEquals("203.0.113.1 | default/web | - | nobody | - | - | -", lines.get(3));
    }

    @Test
    void whatIsAnnouncedForNoServiceIsShownAsItIs() {
        assertEquals(
                "198.51.100.7 | default/web | bgp | n1 | leaf1 | Announced | 2026-11-28T20:00:01Z",
                lines(List.of(), node("n1", route("198.51.100.7/32", "", "leaf1")))
                        .getLast());
        assertEquals(
                "198.51.100.0/24 | default/web | bgp | n1 | leaf1 | Announced | 2026-11-28T20:00:01Z",
                lines(List.of(), node("n1", route("198.51.100.0/24", "", "leaf1")))
                        .getLast());
    }

    @Test
    void aRouteToAnotherNodeNamesItsNextHop() {
        List<Held> held = List.of(held("2001:db8::7", "default/web"));
        assertTrue(lines(held, node("n1", route("2001:db8::7/128", "2001:db8:1::2", "leaf1")))
                .getLast()
                .endsWith(" | next hop 2001:db8:1::2"));
    }

    @Test
    void layer2ShowsItsInterfaceAndWhatIsTheMatter() {
        List<Held> held = List.of(held("192.0.2.7", "default/web"));
        assertEquals(
                "192.0.2.7 | default/web | layer2 | n1 | eth0 | Contested | 2026-11-28T20:00:01Z | 02:00:00:00:00:01 has it too",
                lines(held, answers("n1", "192.0.2.7", "Contested", true, "02:00:00:00:00:01 has it too"))
                        .getLast());
        assertTrue(announced(held, answers("n1", "192.0.2.7", "Contested", true, "")));
        assertFalse(announced(held, answers("n1", "192.0.2.7", "Probing", false, "")));
    }

    @Test
    void withoutRowsThereIsNoTable() {
        assertEquals(List.of(), lines(List.of()));
    }

    @Test
    void aSelectionIsAnAddressAServiceOrAName() {
        Held one = held("2001:db8::7", "default/web", "shop/cart");
        Stream.of("", "2001:DB8:0::7", "default/web", "web", "cart", "shop/cart")
                .forEach(text -> assertTrue(new Selection(text).has(one), text));
        Stream.of("2001:db8::8", "default/cart", "we", "shop")
                .forEach(text -> assertFalse(new Selection(text).has(one), text));
    }
}
