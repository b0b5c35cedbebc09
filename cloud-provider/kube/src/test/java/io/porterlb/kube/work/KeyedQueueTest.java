package io.porterlb.kube.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeyedQueueTest {
    private static final Pace QUICK = new Pace(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(5));

    @Test
    void failedTaskRunsAgainUntilItSucceeds() throws InterruptedException {
        CountDownLatch succeeded = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        try (KeyedQueue<String> queue = new KeyedQueue<>("test", 1, QUICK)) {
            queue.submit("a", () -> {
                if (runs.incrementAndGet() < 4) {
                    throw new IllegalStateException("not yet");
                }
                succeeded.countDown();
            });
            assertTrue(succeeded.await(30, TimeUnit.SECONDS));
        }
        assertEquals(4, runs.get());
    }

    @Test
    void anErrorIsAFailureLikeOthers() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(2);
        try (KeyedQueue<String> queue = new KeyedQueue<>("test", 1, QUICK)) {
            queue.submit("a", () -> {
                runs.countDown();
                if (runs.getCount() > 0) {
                    throw new StackOverflowError("planted by a test");
                }
            });
            assertTrue(runs.await(30, TimeUnit.SECONDS));
        }
    }

    /// A failure would wait for an hour here.
    @Test
    void taskThatAsksForALaterTryGetsItAfterItsOwnDelay() throws InterruptedException {
        CountDownLatch again = new CountDownLatch(2);
        Pace slow = new Pace(Duration.ZERO, Duration.ofHours(1), Duration.ofHours(1));
        try (KeyedQueue<String> queue = new KeyedQueue<>("test", 1, slow)) {
            queue.submit("a", () -> {
                again.countDown();
                if (again.getCount() > 0) {
                    throw new RetryAfterException(Duration.ofMillis(1), "not yet");
                }
            });
            assertTrue(again.await(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void onlyTheNewestWaitingTaskOfAKeyRuns() throws InterruptedException {
        ConcurrentLinkedQueue<String> ran = new ConcurrentLinkedQueue<>();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch last = new CountDownLatch(1);
        try (KeyedQueue<String> queue = new KeyedQueue<>("test", 4, QUICK)) {
            queue.submit("a", () -> {
                ran.add("first");
                started.countDown();
                release.await();
            });
            assertTrue(started.await(30, TimeUnit.SECONDS));
            queue.submit("a", () -> ran.add("dropped"));
            queue.submit("a", () -> {
                ran.add("newest");
                last.countDown();
            });
            release.countDown();
            assertTrue(last.await(30, TimeUnit.SECONDS));
        }
        assertEquals(List.of("first", "newest"), List.copyOf(ran));
    }

    @Test
    void newerTaskReplacesOneThatKeepsFailing() throws InterruptedException {
        CountDownLatch failedOnce = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Pace slow = new Pace(Duration.ZERO, Duration.ofHours(1), Duration.ofHours(1));
        try (KeyedQueue<String> queue = new KeyedQueue<>("test", 1, slow)) {
            queue.submit("a", () -> {
                failedOnce.countDown();
                throw new IllegalStateException("always");
            });
            assertTrue(failedOnce.await(30, TimeUnit.SECONDS));
            queue.submit("a", done::countDown);
            assertTrue(done.await(30, TimeUnit.SECONDS), "the newer task waited for the old one's retry");
        }
    }

    @Test
    void noMoreKeysThanAllowedAreWorkedOnAtOnce() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Semaphore started = new Semaphore(0);
        Semaphore mayEnd = new Semaphore(0);
        Semaphore ended = new Semaphore(0);
        try (KeyedQueue<Integer> queue = new KeyedQueue<>("test", 3, QUICK)) {
            for (int i = 0; i < 100; i++) {
                queue.submit(i, () -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    started.release();
                    mayEnd.acquire();
                    now.decrementAndGet();
                    ended.release();
                });
            }
            assertTrue(started.tryAcquire(3, 30, TimeUnit.SECONDS));
            mayEnd.release(100);
            assertTrue(ended.tryAcquire(100, 30, TimeUnit.SECONDS));
        }
        assertEquals(3, most.get());
    }

    @Test
    void aListenerHearsHowLongTasksWaitAndTakeAndWhatRunsShows() throws InterruptedException {
        List<String> heard = new CopyOnWriteArrayList<>();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(2);
        try (KeyedQueue<String> queue = new KeyedQueue<>("test", 1, QUICK)) {
            queue.listen(new QueueListener() {
                @Override
                public void began(Duration waited) {
                    heard.add(waited.isNegative() ? "began before it was due" : "began");
                }

                @Override
                public void ended(Duration worked) {
                    heard.add(worked.isPositive() ? "ended" : "took no time");
                    ended.countDown();
                }
            });
            assertEquals(List.of(), queue.running());
            queue.submit("a", () -> {
                inside.countDown();
                mayEnd.await();
                if (ended.getCount() == 2) {
                    throw new IllegalStateException("the second run ends well");
                }
            });
            assertTrue(inside.await(30, TimeUnit.SECONDS));
            assertEquals(1, queue.running().size());
            mayEnd.countDown();
            assertTrue(ended.await(30, TimeUnit.SECONDS));
        }
        assertEquals(List.of("began", "ended", "began", "ended"), heard);
    }

    @Test
    void serviceSyncsAreRetriedAtMostEveryFiveMinutes() {
        Pace pace = Pace.PROMPT.upTo(Duration.ofMinutes(5));
        assertEquals(Duration.ofSeconds(256), pace.retryAfter(11, 1));
        assertEquals(Duration.ofMinutes(5), pace.retryAfter(12, 1));
    }

    @Test
    void retryDoublesUpToItsLimit() {
        Pace pace = Pace.PROMPT;
        assertEquals(Duration.ofMillis(250), pace.retryAfter(1, 1));
        assertEquals(Duration.ofMillis(125), pace.retryAfter(1, 0));
        assertEquals(Duration.ofSeconds(1), pace.retryAfter(3, 1));
        assertEquals(Duration.ofSeconds(30), pace.retryAfter(1_000, 1));
    }
}
