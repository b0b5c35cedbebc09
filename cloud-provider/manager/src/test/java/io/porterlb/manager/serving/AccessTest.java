package io.porterlb.manager.serving;

import static io.porterlb.manager.serving.Access.Answer.LATER;
import static io.porterlb.manager.serving.Access.Answer.NO;
import static io.porterlb.manager.serving.Access.Answer.WHO;
import static io.porterlb.manager.serving.Access.Answer.YES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.kube.Reviewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AccessTest {
    private final List<String> asked = new ArrayList<>();
    private final Access access = new Access(List.of("/healthz", "/open*"), new Reviewer() {
        @Override
        public Optional<User> userOf(String token) {
            asked.add(token);
            return token.equals("unknown") ? Optional.empty() : Optional.of(new User(token, "", List.of(), Map.of()));
        }

        @Override
        public boolean isAllowed(User user, String verb, String path) {
            asked.add(user.name() + " " + verb + " " + path);
            return user.name().equals("prometheus") && path.equals("/metrics");
        }
    });

    @Test
    void openPathsAreForAnybodyWithWhatIsBelowThemAndNothingBeside() {
        assertEquals(YES, access.mayRead("/healthz", ""));
        assertEquals(YES, access.mayRead("/healthz/loop", "Bearer unknown"));
        assertEquals(YES, access.mayRead("/opening", ""));
        assertEquals(WHO, access.mayRead("/healthzz", ""));
        assertEquals(WHO, access.mayRead("/", ""));
        assertEquals(List.of(), asked);
    }

    @Test
    void whoHasTheRightMayReadThatPathOnly() {
        assertEquals(YES, access.mayRead("/metrics", "Bearer prometheus"));
        assertEquals(NO, access.mayRead("/configz", "Bearer prometheus"));
        assertEquals(NO, access.mayRead("/metrics", "Bearer somebody"));
    }

    @Test
    void withoutATokenThatIsKnownNobodyIsAllowedAnything() {
        assertEquals(WHO, access.mayRead("/metrics", ""));
        assertEquals(WHO, access.mayRead("/metrics", "Basic cHJvbWV0aGV1cw=="));
        assertEquals(WHO, access.mayRead("/metrics", "Bearer "));
        assertEquals(WHO, access.mayRead("/metrics", "Bearer unknown"));
    }

    @Test
    void anAnswerIsKeptForItsTokenAndPath() {
        access.mayRead("/metrics", "Bearer prometheus");
        access.mayRead("/metrics", "Bearer prometheus");
        assertEquals(List.of("prometheus", "prometheus get /metrics"), asked);
        access.mayRead("/metrics", "Bearer other");
        assertEquals(4, asked.size());
    }

    @Test
    void whereTheApiServerGivesNoAnswerNobodyReads() {
        Access blind = new Access(List.of(), new Reviewer() {
            @Override
            public Optional<User> userOf(String token) {
                throw Failures.noAnswer();
            }

            @Override
            public boolean isAllowed(User user, String verb, String path) {
                return true;
            }
        });
        assertEquals(NO, blind.mayRead("/metrics", "Bearer prometheus"));
    }

    @Test
    void onlyAFewReviewsRunAtATime() throws InterruptedException {
        CountDownLatch four = new CountDownLatch(4);
        CountDownLatch go = new CountDownLatch(1);
        Access slow = new Access(List.of(), new Reviewer() {
            @Override
            public Optional<User> userOf(String token) {
                four.countDown();
                try {
                    go.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                return Optional.empty();
            }

            @Override
            public boolean isAllowed(User user, String verb, String path) {
                return true;
            }
        });
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String token = "Bearer " + i;
            threads.add(Thread.ofVirtual().start(() -> slow.mayRead("/metrics", token)));
        }
        four.await();
        assertEquals(LATER, slow.mayRead("/metrics", "Bearer 5"));
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(WHO, slow.mayRead("/metrics", "Bearer 5"));
    }
}
