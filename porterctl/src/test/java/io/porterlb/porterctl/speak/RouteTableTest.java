package io.porterlb.porterctl.speak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.Route;
import io.porterlb.porterctl.speak.text.Parsed;
import io.porterlb.porterctl.speak.text.RouteText;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    private static final Prefix PREFIX = Prefix.host(IpAddress.of("198.51.100.7"));

    private static RouteTable table(boolean addPath, String... routes) {
        RouteTable table = new RouteTable(addPath);
        for (String route : routes) {
            assertEquals(Optional.empty(), table.announce(read(route)));
        }
        return table;
    }

    private static RouteText read(String text) {
        return switch (RouteText.parse(text)) {
            case Parsed.Ok<RouteText>(var route) -> route;
            case Parsed.Bad<RouteText>(var problem) -> throw new AssertionError(problem);
        };
    }

    private static Set<String> paths(RouteTable table) {
        return table.all().stream()
                .map(route -> route.pathId() + " "
                        + route.nextHop().map(IpAddress::toString).orElse("self"))
                .collect(Collectors.toSet());
    }

    @Test
    void aRouteTakesThePlaceOfTheOneOfItsPrefix() {
        assertEquals(
                Set.of("1 192.0.2.9"),
                paths(table(false, "198.51.100.7", "198.51.100.7@192.0.2.8", "198.51.100.7@192.0.2.9")));
    }

    @Test
    void withAddPathEachNextHopIsAPath() {
        assertEquals(
                Set.of("1 self", "2 192.0.2.8", "3 192.0.2.9"),
                paths(table(
                        true,
                        "198.51.100.7",
                        "198.51.100.7@192.0.2.8",
                        "198.51.100.7@192.0.2.9",
                        "198.51.100.7@192.0.2.8,med=1")));
    }

    @Test
    void aPathKeepsItsIdentifierWhenAnotherOneGoes() {
        RouteTable table = table(true, "198.51.100.7@192.0.2.8", "198.51.100.7@192.0.2.9");
        assertTrue(table.withdraw(PREFIX, OptionalLong.of(1)));
        assertEquals(Set.of("2 192.0.2.9"), paths(table));
        assertEquals(Optional.empty(), table.announce(read("198.51.100.7@192.0.2.10")));
        assertEquals(Set.of("2 192.0.2.9", "1 192.0.2.10"), paths(table));
    }

    @Test
    void aWrittenIdentifierIsNotGivenToAnotherPath() {
        assertEquals(
                Set.of("1 192.0.2.8", "2 192.0.2.9"),
                paths(table(true, "198.51.100.7@192.0.2.8,path-id=1", "198.51.100.7@192.0.2.9")));
    }

    @Test
    void twoPathsCannotHaveOneNextHop() {
        RouteTable table = table(true, "198.51.100.7@192.0.2.8");
        assertEquals(
                Optional.of("path 1 of 198.51.100.7/32 has the same next hop"),
                table.announce(read("198.51.100.7@192.0.2.8,path-id=2")));
        assertEquals(Set.of("1 192.0.2.8"), paths(table));
    }

    @Test
    void aWithdrawalTakesAllPathsUnlessItNamesOne() {
        RouteTable table = table(true, "198.51.100.7@192.0.2.8", "198.51.100.7@192.0.2.9", "198.51.100.8");
        assertTrue(table.withdraw(PREFIX, OptionalLong.empty()));
        assertEquals(Set.of(Route.of(Prefix.host(IpAddress.of("198.51.100.8")))), table.all());
    }

    @Test
    void whatIsNotThereCannotBeWithdrawn() {
        RouteTable table = table(true, "198.51.100.7");
        assertFalse(table.withdraw(PREFIX, OptionalLong.of(2)));
        assertTrue(table.withdraw(PREFIX, OptionalLong.of(1)));
        assertFalse(table.withdraw(PREFIX, OptionalLong.empty()));
    }
}
