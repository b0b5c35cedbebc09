package io.porterlb.manager.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.desired.view.CouncilView;
import io.porterlb.desired.view.CouncilView.Seat;
import io.porterlb.desired.view.CouncilView.Seats;
import io.porterlb.desired.view.Readiness;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nodes come, go, are lost and come back at random, and reports are late: whatever the manager writes
/// follows the rules of [io.porterlb.ownership.Configuration].
class CouncilModelTest {
    private static final List<String> NAMES = Nodes.letters("abcdefgh").toList();
    private static final int HISTORIES = 100;
    private static final int STEPS = 300;

    static List<Long> seeds() {
        return new SplittableRandom().longs(HISTORIES).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachGenerationFollowsOneThatWasInForce(long seed) {
        try {
            new History(new SplittableRandom(seed)).run();
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    /// What happens, and what is written.
    private static final class History {
        private final SplittableRandom random;
        private final Nodes nodes = Nodes.named("abc");
        private final Set<Long> wereInForce = new HashSet<>();
        private final Set<String> off = new HashSet<>();

        History(SplittableRandom random) {
            this.random = random;
        }

        void run() {
            for (int i = 0; i < STEPS; i++) {
                happen(NAMES.get(random.nextInt(NAMES.size())));
                write();
            }
            comeToRest();
        }

        private void happen(String name) {
            off.remove(name);
            switch (random.nextInt(6)) {
                case 0 -> nodes.without(name);
                case 1 -> nodes.node(Nodes.node(name).is(Readiness.UNKNOWN));
                case 2 -> {
                    off.add(name);
                    nodes.node(Nodes.node(name).is(Readiness.UNKNOWN).taint("node.kubernetes.io/out-of-service"));
                }
                default -> {
                    nodes.node(Nodes.node(name));
                    report(name);
                }
            }
        }

        /// Some generation that there has been.
        private void report(String name) {
            long newest = nodes.council().map(CouncilView::generation).orElse(0L);
            long known = random.nextBoolean() ? newest : random.nextLong(newest + 1);
            boolean inForce = wereInForce.contains(known) || (known == newest && random.nextInt(4) == 0);
            if (inForce) {
                wereInForce.add(known);
            }
            nodes.reports(name, known, inForce);
        }

        private void write() {
            switch (nodes.plan()) {
                case CouncilPlan.Nothing _, CouncilPlan.Stuck _ -> {}
                case CouncilPlan.Found found -> {
                    assertTrue(nodes.council().isEmpty());
                    nodes.council(found.first());
                }
                case CouncilPlan.Change change -> {
                    check(change);
                    nodes.council(change.next());
                }
            }
        }

        private void check(CouncilPlan.Change change) {
            CouncilView seen = change.seen();
            CouncilView next = change.next();
            assertEquals(nodes.council().orElseThrow(), seen);
            assertEquals(seen.generation() + 1, next.generation());
            if (wereInForce.contains(seen.generation()) && seen.now().equals(next.previous())) {
                checkOrderly(seen, next);
            } else {
                checkAfterLoss(seen, next);
            }
        }

        private void checkOrderly(CouncilView seen, CouncilView next) {
            assertFalse(next.now().equals(seen.now()) && seen.now().equals(seen.previous()), "written for nothing");
            Set<String> stay = names(seen.now());
            stay.retainAll(names(next.now()));
            assertTrue(stay.size() * 2 >= seen.now().seats().size(), Nodes.text(next));
        }

        /// Nobody has an address without a vote of the council before; if that is out of use, of the one
        /// seen.
        private void checkAfterLoss(CouncilView seen, CouncilView next) {
            assertEquals(next.now(), next.previous());
            boolean isLeft = isLeft(names(next.now()), names(seen.previous()))
                    || (wereInForce.contains(seen.generation()) && isLeft(names(next.now()), names(seen.now())));
            assertTrue(isLeft, () -> Nodes.text(next) + " follows " + Nodes.text(seen) + " without " + off);
        }

        /// Whether these are those that are left of a council, and too few to change anything without the
        /// others' votes.
        private boolean isLeft(Set<String> seats, Set<String> of) {
            Set<String> left = new HashSet<>(of);
            left.removeAll(off);
            return left.size() * 2 <= of.size() && (left.isEmpty() || left.equals(seats));
        }

        private static Set<String> names(Seats seats) {
            return seats.seats().stream().map(Seat::node).collect(Collectors.toSet());
        }

        /// All nodes are back, and each council gets in force.
        private void comeToRest() {
            NAMES.forEach(name -> nodes.node(Nodes.node(name)));
            for (int i = 0; i < 10; i++) {
                long newest = nodes.council().map(CouncilView::generation).orElse(0L);
                wereInForce.add(newest);
                NAMES.forEach(name -> nodes.reports(name, newest, true));
                write();
            }
            CouncilView last = nodes.council().orElseThrow();
            assertEquals(new CouncilPlan.Nothing(), nodes.plan());
            assertEquals(7, last.now().seats().size());
            assertEquals(last.now(), last.previous());
        }
    }
}
