package io.porterlb.porterctl.speak.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.RouteAttributes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class InputLineTest {
    private static final Prefix PREFIX = Prefix.host(IpAddress.of("198.51.100.7"));
    private static final RouteText ROUTE =
            new RouteText(PREFIX, Optional.empty(), OptionalLong.empty(), RouteAttributes.DEFAULT);

    record Pair(String line, InputLine meaning) {}

    static final List<Pair> PAIRS = List.of(
            new Pair("announce 198.51.100.7/32", new InputLine.Announce(ROUTE)),
            new Pair("  announce\t198.51.100.7 ", new InputLine.Announce(ROUTE)),
            new Pair("withdraw 198.51.100.7/32", new InputLine.Withdraw(PREFIX, OptionalLong.empty())),
            new Pair("withdraw 198.51.100.7/32,path-id=2", new InputLine.Withdraw(PREFIX, OptionalLong.of(2))),
            new Pair("drain", new InputLine.Drain()),
            new Pair("reset 192.0.2.1", new InputLine.Reset("192.0.2.1", "")),
            new Pair("reset 192.0.2.1:1790 back at  5", new InputLine.Reset("192.0.2.1:1790", "back at  5")),
            new Pair("quit", new InputLine.Quit()),
            new Pair("", new InputLine.Nothing()),
            new Pair("  # a remark", new InputLine.Nothing()));

    @ParameterizedTest
    @FieldSource("PAIRS")
    void lineHasItsMeaning(Pair pair) {
        assertEquals(Parsed.ok(pair.meaning()), InputLine.parse(pair.line()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            anounce 198.51.100.7/32              | there is no 'anounce': write announce ROUTE, withdraw PREFIX
            announce                             | '' is not an IP address
            announce 198.51.100.7/32 med=3       | is a number from 0 to 32
            withdraw 198.51.100.7/32@192.0.2.9   | a withdrawal has no next hop
            withdraw 198.51.100.7/32,med=3       | write withdraw 198.51.100.7/32
            reset                                | reset whom?
            quit now                             | 'quit' takes nothing after it, not 'now'
            """)
    void whatIsNoneIsAnsweredWithWhatToWrite(String line, String problem) {
        Parsed.Bad<?> bad = assertInstanceOf(Parsed.Bad.class, InputLine.parse(line));
        assertTrue(bad.problem().contains(problem), bad.problem());
    }

    @Test
    void textOfAResetFitsIntoItsMessage() {
        assertInstanceOf(Parsed.Ok.class, InputLine.parse("reset 192.0.2.1 " + "x".repeat(255)));
        assertInstanceOf(Parsed.Bad.class, InputLine.parse("reset 192.0.2.1 " + "é".repeat(128)));
    }
}
