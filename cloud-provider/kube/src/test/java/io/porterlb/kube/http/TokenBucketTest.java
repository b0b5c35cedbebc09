package io.porterlb.kube.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long NOW = -5; // any start, as of System.nanoTime
    private static final long TENTH = 100_000_000;

    @Test
    void aBurstGoesOutAtOnceAndThenOneAtATime() {
        TokenBucket bucket = new TokenBucket(10, 3, NOW);
        for (int i = 0; i < 3; i++) {
            assertTrue(bucket.take(NOW) <= 0);
        }
        assertEquals(TENTH, bucket.take(NOW));
        assertEquals(2 * TENTH, bucket.take(NOW));
        assertEquals(0, bucket.take(NOW + 3 * TENTH));
    }

    @Test
    void aLongPauseSavesUpNoMoreThanOneBurst() {
        TokenBucket bucket = new TokenBucket(10, 2, NOW);
        long later = NOW + 1000 * TENTH;
        assertTrue(bucket.take(later) <= 0);
        assertTrue(bucket.take(later) <= 0);
        assertEquals(TENTH, bucket.take(later));
    }
}
