package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.CouncilView;
import io.porterlb.desired.view.CouncilView.Seat;
import io.porterlb.desired.view.CouncilView.Seats;
import io.porterlb.kube.WriteResult.AlreadyExists;
import io.porterlb.kube.WriteResult.NotFound;
import io.porterlb.kube.WriteResult.Refused;
import io.porterlb.kube.WriteResult.Written;
import io.porterlb.kube.http.ApiStatusException;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The council, at a real API server: whoever writes it, each generation follows the one before.
class CouncilWriterTest extends RealApiServer {
    private static final String PATH = "/apis/porterlb.io/v1alpha1/portercouncils/" + CouncilView.NAME;

    private final KubeCluster other =
            new KubeCluster(connection, WatchedKind.MANAGER, WriteGate.OPEN, "other", "here", Clock.systemUTC());

    @AfterEach
    void clear() throws Exception {
        other.close();
        try {
            api.send("DELETE", PATH, Json.object(), ContentType.JSON);
        } catch (ApiStatusException e) {
            assertEquals(404, e.code());
        }
    }

    private static CouncilView council(long generation, String node) {
        Seats seats = new Seats(List.of(new Seat(node, IpAddress.of("fd00::1"), 10_361)), true);
        return new CouncilView(CouncilView.NAME, generation, seats, seats, Set.of());
    }

    private CouncilView stored() throws Exception {
        return await(ClusterView::councils, CouncilView.NAME);
    }

    @Test
    void theFirstIsCreatedAndTheNextFollowsIt() throws Exception {
        CouncilView first = council(1, "a");
        assertInstanceOf(Written.class, cluster.councils().write(Optional.empty(), first));
        assertEquals(first, stored());
        CouncilView second = council(2, "b");
        assertInstanceOf(Written.class, cluster.councils().write(Optional.of(first), second));
        assertEquals(second, stored());
    }

    @Test
    void whatSomebodySaidOfALossGoesWithTheNextOne() throws Exception {
        CouncilView first = council(1, "a");
        cluster.councils().write(Optional.empty(), first);
        JsonObject said = Json.object("metadata", Map.of("annotations", Map.of(CouncilView.OFF, "b, c")));
        api.send("PATCH", PATH, said, ContentType.MERGE_PATCH);
        CouncilView seen = new CouncilView(first.name(), 1, first.now(), first.previous(), Set.of("b", "c"));
        while (!stored().equals(seen)) {
            Thread.onSpinWait();
        }
        assertInstanceOf(Written.class, cluster.councils().write(Optional.of(seen), council(2, "a")));
        assertEquals(council(2, "a"), stored());
    }

    @Test
    void ofTwoWhoWriteTheFirstOneDoes() throws Exception {
        other.next();
        cluster.next();
        assertOneWrites(Optional.empty(), 1);
    }

    @Test
    void ofTwoWhoWriteTheNextOneDoes() throws Exception {
        CouncilView first = council(1, "a");
        cluster.councils().write(Optional.empty(), first);
        while (!other.next().councils().containsValue(first)) {
            Thread.onSpinWait();
        }
        assertOneWrites(Optional.of(first), 2);
    }

    private void assertOneWrites(Optional<CouncilView> seen, long generation) throws Exception {
        List<Future<WriteResult>> both = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            both.add(threads.submit(() -> cluster.councils().write(seen, council(generation, "mine"))));
            both.add(threads.submit(() -> other.councils().write(seen, council(generation, "theirs"))));
        }
        boolean mine = both.get(0).get() instanceof Written;
        boolean theirs = both.get(1).get() instanceof Written;
        assertTrue(mine != theirs, mine ? "both have written" : "none has written");
        String node = mine ? "mine" : "theirs";
        while (!stored().equals(council(generation, node))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatWasNotLookedAtIsNotReplaced() throws Exception {
        CouncilView first = council(1, "a");
        cluster.councils().write(Optional.empty(), first);
        stored();
        assertInstanceOf(AlreadyExists.class, cluster.councils().write(Optional.empty(), council(2, "b")));
        assertInstanceOf(AlreadyExists.class, cluster.councils().write(Optional.of(council(1, "z")), council(2, "b")));
        assertEquals(1, api.get(PATH).getAsJsonObject("spec").get("generation").getAsLong());
    }

    @Test
    void oneThatIsGoneIsNotFollowed() throws Exception {
        cluster.next();
        assertInstanceOf(NotFound.class, cluster.councils().write(Optional.of(council(1, "a")), council(2, "b")));
    }

    @Test
    void theApiServerRefusesACouncilInWhichANodeHasTwoSeats() throws Exception {
        Seat seat = new Seat("a", IpAddress.of("192.0.2.1"), 10_361);
        Seats twice = new Seats(List.of(seat, new Seat("a", IpAddress.of("192.0.2.2"), 10_361)), false);
        CouncilView council = new CouncilView(CouncilView.NAME, 1, twice, twice, Set.of());
        cluster.next();
        assertInstanceOf(Refused.class, cluster.councils().write(Optional.empty(), council));
    }

    @Test
    void theApiServerRefusesAnotherCouncilOfTheSameGeneration() throws Exception {
        CouncilView first = council(7, "a");
        cluster.councils().write(Optional.empty(), first);
        stored();
        assertInstanceOf(Refused.class, cluster.councils().write(Optional.of(first), council(7, "b")));
    }
}
