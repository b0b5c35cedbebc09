package io.porterlb.agent;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.bgp.Failure;
import io.porterlb.bgp.ListenerStatus;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListenerNewsTest {
    private static final InetSocketAddress ALL = new InetSocketAddress("::", 179);

    private final ListenerNews news = new ListenerNews();

    private boolean fails(InetSocketAddress at, int second) {
        Failure failure = new Failure("ListenFailed", "no IPv6.", Instant.ofEpochSecond(second));
        return news.isNews(new ListenerStatus(at, Optional.empty(), Optional.of(failure), 0));
    }

    @Test
    void aListenerThatFailsAgainAndAgainIsNewsOnceUntilItWorks() {
        assertTrue(fails(ALL, 0));
        assertFalse(fails(ALL, 5));
        assertTrue(fails(new InetSocketAddress("::", 1790), 5));
        assertTrue(news.isNews(new ListenerStatus(ALL, Optional.of(ALL), Optional.empty(), 0)));
        assertTrue(fails(ALL, 10));
    }
}
