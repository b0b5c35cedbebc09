package io.porterlb.program.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class HealthAddressTest {
    private final HealthAddress converter = new HealthAddress();

    private static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(IpAddress.of(address).toInetAddress(), port);
    }

    @Test
    void bothFamilies() {
        assertEquals(at("127.0.0.1", 10359), converter.convert("127.0.0.1:10359"));
        assertEquals(at("::1", 1), converter.convert("[::1]:1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1", ":80", "localhost:80", "127.0.0.1:65536", "::1:80", "[127.0.0.1:80"})
    void anythingElseIsQuotedAndRefused(String text) {
        TypeConversionException refused = assertThrows(TypeConversionException.class, () -> converter.convert(text));
        assertTrue(refused.toString().contains("'" + text + "'"), refused.toString());
    }
}
