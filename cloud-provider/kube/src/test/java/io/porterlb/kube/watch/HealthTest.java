package io.porterlb.kube.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final Health health = new Health("nodes");

    @Test
    void nothingIsWellBeforeTheFirstList() {
        assertEquals(Optional.of("The nodes are not listed yet."), health.trouble());
        health.begin();
        health.ended("no way");
        assertEquals(Optional.of("no way"), health.trouble());
        health.begin();
        health.listed();
        assertEquals(Optional.empty(), health.trouble());
    }

    @Test
    void aBrokenWatchIsNoTroubleUntilItCannotBeResumed() {
        health.begin();
        health.opened();
        health.progressed();
        health.ended("broken");
        assertEquals(Optional.empty(), health.trouble());
        health.begin();
        health.ended("refused");
        assertEquals(Optional.of("refused"), health.trouble());
        health.begin();
        health.opened();
        assertEquals(Optional.empty(), health.trouble());
    }

    @Test
    void aLongOutageIsOverWithTheFirstWatchThatOpens() {
        for (int i = 0; i < 20; i++) {
            health.begin();
            health.ended("refused");
        }
        health.begin();
        health.opened();
        assertEquals(Optional.empty(), health.trouble());
    }

    @Test
    void watchesThatAlwaysEndWithoutAWordAreTrouble() {
        for (int i = 0; i < 5; i++) {
            health.begin();
            health.opened();
            health.ended("end at once");
        }
        health.begin();
        health.opened();
        assertEquals(Optional.of("end at once"), health.trouble());
        health.progressed();
        assertEquals(Optional.empty(), health.trouble());
    }
}
