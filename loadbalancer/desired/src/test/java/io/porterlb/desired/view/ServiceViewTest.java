package io.porterlb.desired.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Service;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceViewTest {
    private final Service web = new Cluster().service("default/web");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.7 | No node answers for 192.0.2.7: see the Eip. | true",
                "192.0.2.7 | Node n1 does not answer for 192.0.2.7: no carrier. | true",
                "2001:db8::7 | Node n1 does not answer for 2001:db8::7: no carrier. | true",
                "192.0.2.7 | The API server does not hear of Node 192.0.2.70, which answered for it. | false",
                "192.0.2.7 | No node answers for 2001:db8::7, though there are endpoints on 1.192.0.2.7. | false",
                "192.0.2.7 | No node answers for 2001:db8::7: the conditions of Eip pool-192.0.2.7 tell why. | false",
                "192.0.2.7 | '' | false"
            })
    void anAddressIsSilentThatTheConditionNamesAsAWord(String address, String message, boolean silent) {
        web.conditions = Map.of(ServiceView.ANNOUNCED, message);
        assertEquals(silent, web.view().isSilent(IpAddress.of(address)));
    }
}
