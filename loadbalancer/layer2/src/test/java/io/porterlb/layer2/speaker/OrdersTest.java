package io.porterlb.layer2.speaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import io.porterlb.layer2.Answer;
import io.porterlb.layer2.Answer.Start;
import io.porterlb.layer2.answer.AnswerTable;
import io.porterlb.layer2.answer.Lease;
import io.porterlb.layer2.net.Link;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// That what was given up is answered for no more can be waited for.
class OrdersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final MacAddress OWN = MacAddress.of("02:00:5e:00:53:01");
    private static final List<Answer> WANTED = List.of(new Answer(IpAddress.of("192.0.2.7"), "eth0", Start.TAKE_OVER));

    private final FakeExchange exchange = new FakeExchange();
    private final Permit permit = new Permit(Lease.withoutEnd(System.nanoTime()));
    private final LinkService service = new LinkService(
            "eth0",
            new Link.Up(1, OWN, true),
            exchange,
            new AnswerTable(() -> 0, OWN::equals),
            permit,
            new Reporter("eth0", _ -> {}));
    private final Orders orders = new Orders();

    private OptionalLong turn() throws Exception {
        return orders.carryOut(wanted -> service.turn(permit.lease(), wanted));
    }

    @Test
    void turnThatBeganBeforeIsWaitedForAndTheNextOneSaysNothing() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        exchange.afterSending = () -> {
            sending.countDown();
            await(goOn);
        };
        orders.want(WANTED);
        FutureTask<OptionalLong> loop = new FutureTask<>(this::turn);
        Thread.ofPlatform().daemon().start(loop);
        await(sending);
        orders.want(List.of());
        assertFalse(orders.prevailWithin(Duration.ofMillis(1)));
        goOn.countDown();
        assertTrue(orders.prevailWithin(PATIENCE));
        int said = exchange.sent().size();
        loop.get();
        turn();
        assertEquals(said, exchange.sent().size());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nothingIsWaitedForBetweenTurns() throws Exception {
        orders.want(WANTED);
        turn();
        orders.want(List.of());
        assertTrue(orders.prevailWithin(Duration.ZERO));
    }

    @Test
    void turnThatFailedIsOver() throws Exception {
        exchange.whenFramesAreTaken = () -> {
            throw new IllegalStateException("as this test wants");
        };
        FutureTask<OptionalLong> loop = new FutureTask<>(this::turn);
        Thread.ofPlatform().daemon().start(loop);
        assertThrows(Exception.class, loop::get);
        assertTrue(orders.prevailWithin(Duration.ZERO));
    }

    @Test
    void turnThatBeginsAfterTheEndSaysNothing() throws Exception {
        orders.want(WANTED);
        orders.end();
        turn();
        assertEquals(List.of(), exchange.sent());
    }
}
