package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.kube.EventQueue.Counted;
import io.porterlb.kube.EventQueue.Event;
import org.junit.jupiter.api.Test;

class EventQueueTest {
    private final EventQueue queue = new EventQueue(2);

    @Test
    void repeatedEventsWaitOnceWithACount() throws InterruptedException {
        queue.offer(event("a"));
        queue.offer(event("b"));
        queue.offer(event("a"));
        assertEquals(new Counted(event("a"), 2), queue.take());
        assertEquals(new Counted(event("b"), 1), queue.take());
    }

    @Test
    void theOldestIsDroppedWhenItIsFull() throws InterruptedException {
        queue.offer(event("a"));
        queue.offer(event("b"));
        queue.offer(event("c"));
        assertEquals(new Counted(event("b"), 1), queue.take());
        assertEquals(new Counted(event("c"), 1), queue.take());
    }

    private static Event event(String message) {
        return new Event("test", new ObjectRef("v1", "Service", "a", "b", "u"), EventType.NORMAL, "Reason", message);
    }
}
