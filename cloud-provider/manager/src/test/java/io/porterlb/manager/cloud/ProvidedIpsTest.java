package io.porterlb.manager.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.porterlb.address.IpAddress;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvidedIpsTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,192.0.2.1",
        "2001:db8::1,2001:db8::1",
        "'192.0.2.1,fd00::1',192.0.2.1 fd00::1",
        "'fd00::1, 192.0.2.1',fd00::1 192.0.2.1"
    })
    void oneAddressOrOneOfEachFamilyInOrder(String annotation, String expected) {
        assertEquals(
                new ProvidedIps.Usable(
                        Arrays.stream(expected.split(" ")).map(IpAddress::of).toList()),
                ProvidedIps.read(annotation));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "node1",
                "192.0.2",
                "192.0.2.1/24",
                "192.0.2.1,",
                ",",
                "fe80::1%eth0",
                "192.0.2.1,192.0.2.2",
                "fd00::1,fd00::2",
                "192.0.2.1,fd00::1,192.0.2.2",
                "0.0.0.0",
                "::",
                "127.0.0.1",
                "::1",
                "224.0.0.1",
                "ff02::1",
                "169.254.0.1",
                "fe80::1"
            })
    void anythingElseIsUnusable(String annotation) {
        assertInstanceOf(ProvidedIps.Unusable.class, ProvidedIps.read(annotation));
    }
}
