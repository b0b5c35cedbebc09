package io.porterlb.agent.bfd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WatchedPathsTest {
    private final List<String> told = new ArrayList<>();
    private final WatchedPaths paths = new WatchedPaths(plans(Map.of()), new Told());

    private final class Told implements PathListener {
        @Override
        public void up(String peer) {
            told.add(peer + " up");
        }

        @Override
        public void down(String peer) {
            told.add(peer + " down");
        }

        @Override
        public void unknown(String peer) {
            told.add(peer + " unknown");
        }
    }

    private static BfdPlans plans(Map<String, Set<String>> peers) {
        return new BfdPlans(Set.of(), peers);
    }

    private void follow(Map<String, Set<String>> peers) {
        paths.follow(plans(peers));
    }

    private void told(String... expected) {
        Collections.sort(told); // sets have no order
        assertEquals(List.of(expected), told);
        told.clear();
    }

    @Test
    void allPeersOfASessionAreTold() {
        follow(Map.of("s", Set.of("a", "b"), "t", Set.of("c")));
        paths.up("s");
        told("a up", "b up");
        paths.down("s", true);
        told("a down", "b down");
        paths.up("s");
        told.clear();
        paths.down("s", false);
        told("a unknown", "b unknown");
    }

    @Test
    void aPeerThatJoinsASessionIsToldIfThatIsUp() {
        follow(Map.of("s", Set.of("a"), "t", Set.of("x")));
        paths.up("s");
        told.clear();
        follow(Map.of("s", Set.of("a", "b"), "t", Set.of("x", "y")));
        told("b up");
    }

    @Test
    void aPeerThatJoinsASessionIsNotToldOfWhatIsOver() {
        follow(Map.of("s", Set.of("a")));
        paths.up("s");
        paths.down("s", true);
        told.clear();
        follow(Map.of("s", Set.of("a", "b")));
        told();
        paths.up("s");
        told("a up", "b up");
    }

    @Test
    void whoLeavesASessionNoLongerGoesByIt() {
        follow(Map.of("s", Set.of("a", "b", "c")));
        paths.up("s");
        told.clear();
        follow(Map.of("s", Set.of("c"), "t", Set.of("a")));
        told("a unknown", "b unknown");
        paths.down("s", true);
        told("c down");
    }

    @Test
    void whoChangesToASessionThatIsUpIsToldSoLast() {
        follow(Map.of("s", Set.of("a"), "t", Set.of("b")));
        paths.up("s");
        paths.up("t");
        told.clear();
        follow(Map.of("t", Set.of("a", "b")));
        assertEquals(List.of("a unknown", "a up"), told);
    }
}
