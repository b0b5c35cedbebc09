package io.porterlb.agent.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import io.porterlb.desired.view.Layer2Report.Owned;
import io.porterlb.layer2.AnswerState;
import io.porterlb.layer2.AnswerStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswerNewsTest {
    private static final IpAddress ADDRESS = IpAddress.of("192.0.2.7");
    private static final AnswerState ANNOUNCING = new AnswerState.Announcing();
    private static final AnswerState IN_USE = new AnswerState.Conflict(MacAddress.of("02:00:5e:00:53:02"), false);
    private static final AnswerState CONTESTED = new AnswerState.Conflict(MacAddress.of("02:00:5e:00:53:02"), true);

    private final List<IpAddress> leftInUse = new ArrayList<>();
    private final List<Boolean> changes = new ArrayList<>();
    private final AnswerNews news = new AnswerNews(InstantSource.fixed(Instant.EPOCH), leftInUse::add, changes::add);

    private void isNow(AnswerState state, String device) {
        news.changed(new AnswerStatus(ADDRESS, device, state));
    }

    private List<String> devices() {
        return news.of(Set.of(ADDRESS), Map.of()).stream().map(Owned::device).toList();
    }

    @Test
    void whatIsWrongAndWhatIsWellAgainIsToldOfAtOnce() {
        isNow(ANNOUNCING, "eth0");
        isNow(CONTESTED, "eth0");
        isNow(ANNOUNCING, "eth0");
        assertEquals(List.of(false, true, true), changes);
    }

    @Test
    void anAddressThatIsLetGoIsForgotten() {
        isNow(ANNOUNCING, "eth0");
        assertEquals(List.of("eth0"), devices());
        news.gone(ADDRESS, "eth0");
        assertEquals(List.of(), devices());
        assertEquals(List.of(), leftInUse);
    }

    @Test
    void oneThatMovesToAnotherInterfaceIsNot() {
        isNow(ANNOUNCING, "eth0");
        isNow(ANNOUNCING, "eth1");
        news.gone(ADDRESS, "eth0");
        assertEquals(List.of("eth1"), devices());
    }

    @Test
    void oneThatSomebodyElseHasIsKnownToBeInUseUntilItIsLetGoWhichIsTold() {
        isNow(CONTESTED, "eth0");
        assertFalse(news.isInUse(ADDRESS));
        isNow(IN_USE, "eth0");
        assertTrue(news.isInUse(ADDRESS));
        news.gone(ADDRESS, "eth0");
        assertFalse(news.isInUse(ADDRESS));
        assertEquals(List.of(ADDRESS), leftInUse);
    }
}
