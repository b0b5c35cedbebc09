package io.porterlb.manager.announcement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpFamily;
import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.kube.KubeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Turns are taken here, at times that the tests say.
class EndpointLooksTest {
    private static final ServiceKey WEB = new ServiceKey("default", "web");
    private static final ServiceKey MAIL = new ServiceKey("default", "mail");
    private static final EndpointView ENDPOINT = new EndpointView(IpFamily.V4, Optional.of("n1"), true, true, false);

    private final List<String> asked = new ArrayList<>();
    private final List<Integer> news = new ArrayList<>();
    private Supplier<Set<EndpointView>> answer = Set::of;
    private int second;
    private final EndpointLooks looks = new EndpointLooks(
            this::endpoints,
            () -> news.add(second),
            () -> Duration.ofSeconds(second).toNanos());

    private Set<EndpointView> endpoints(ServiceKey service) {
        asked.add(service.name() + " " + second);
        return answer.get();
    }

    private void turnsUntil(int end) {
        for (; second <= end; second++) {
            looks.turn();
        }
    }

    private static String times(int... seconds) {
        List<String> times = new ArrayList<>();
        for (int one : seconds) {
            times.add("web " + one);
        }
        return times.toString();
    }

    @Test
    void aServiceIsAskedForEverMoreRarelyUpToTenMinutes() {
        looks.follow(Map.of(WEB, false));
        turnsUntil(2500);
        assertEquals(times(0, 15, 45, 105, 225, 465, 945, 1545, 2145), asked.toString());
    }

    @Test
    void anotherAnswerIsNewsAndSoonLookedAtAgain() {
        looks.follow(Map.of(WEB, false));
        turnsUntil(100);
        answer = () -> Set.of(ENDPOINT);
        turnsUntil(160);
        assertEquals(times(0, 15, 45, 105, 120, 150), asked.toString());
        assertEquals(List.of(105), news);
        assertEquals(Map.of(WEB, List.of(ENDPOINT)), looks.known());
    }

    @Test
    void thatThereIsNoEndpointIsNewsOnlyWhereTheServiceIsSaidToBeMissing() {
        looks.follow(Map.of(WEB, false));
        turnsUntil(50);
        assertEquals(List.of(), news);
        looks.follow(Map.of(WEB, false, MAIL, true));
        turnsUntil(100);
        assertEquals(List.of(51), news);
    }

    @Test
    void aTurnAsksForOneServiceTheOneThatHasWaitedLongest() {
        looks.follow(Map.of(WEB, false));
        second = 1;
        looks.follow(Map.of(WEB, false, MAIL, false));
        second = 2;
        looks.turn();
        assertEquals(List.of("web 2"), asked);
        looks.turn();
        assertEquals(List.of("web 2", "mail 2"), asked);
        looks.turn();
        assertEquals(List.of("web 2", "mail 2"), asked);
    }

    @Test
    void whoIsNoLongerFollowedIsForgotten() {
        looks.follow(Map.of(WEB, false));
        looks.turn();
        assertEquals(Map.of(WEB, List.of()), looks.known());
        looks.follow(Map.of());
        assertEquals(Map.of(), looks.known());
        turnsUntil(100);
        assertEquals(times(0), asked.toString());
    }

    @Test
    void whereThereIsNoAnswerTheLastOneStaysAndItIsAskedAgainEverMoreRarely() {
        answer = () -> Set.of(ENDPOINT);
        looks.follow(Map.of(WEB, false));
        looks.turn();
        answer = () -> {
            throw new KubeException("gone");
        };
        turnsUntil(110);
        assertEquals(times(0, 15, 45, 105), asked.toString());
        assertEquals(Map.of(WEB, List.of(ENDPOINT)), looks.known());
    }
}
