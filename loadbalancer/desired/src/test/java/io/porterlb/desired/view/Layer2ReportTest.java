package io.porterlb.desired.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.Layer2Report.Owned;
import io.porterlb.desired.view.Layer2Report.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Layer2ReportTest {
    private static final IpAddress ADDRESS = IpAddress.of("192.0.2.7");

    private static List<IpAddress> answered(State state) {
        Owned owned = new Owned(ADDRESS, "eth0", state, "", "");
        return new Layer2Report(List.of(owned), 0, Map.of(), List.of(), 1, true, "1")
                .answered()
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"PROBING", "IN_USE"})
    void whatIsAskedForOrSomebodyElsesIsNotTheNodes(State state) {
        assertEquals(List.of(), answered(state));
    }

    @ParameterizedTest
    @EnumSource(names = {"ANNOUNCING", "CONTESTED", "LINK_DOWN"})
    void whatItAnswersForIsAlsoWhileItsLinkIsDown(State state) {
        assertEquals(List.of(ADDRESS), answered(state));
    }
}
