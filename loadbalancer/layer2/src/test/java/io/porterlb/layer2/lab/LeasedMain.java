package io.porterlb.layer2.lab;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.Answer;
import io.porterlb.layer2.AnswerState;
import io.porterlb.layer2.Layer2Speaker;
import java.time.Duration;
import java.util.Set;

/// Answers for an address with a lease that it extends again and again: what a machine does that agrees with
/// others on who answers.
public final class LeasedMain {
    public static final Duration LEASE = Duration.ofMillis(300);

    private static final Duration EXTENDED_EVERY = Duration.ofMillis(50);

    private LeasedMain() {}

    public static void main(String[] args) throws InterruptedException {
        try (Layer2Speaker speaker = Layer2Speaker.startLeased(status -> {
            if (status.state() instanceof AnswerState.Announcing) {
                System.out.println("announcing");
            }
        })) {
            speaker.announce(Set.of(new Answer(IpAddress.of(args[0]), Segment.DEVICE, Answer.Start.TAKE_OVER)));
            while (true) {
                speaker.answerUntil(System.nanoTime() + LEASE.toNanos());
                Thread.sleep(EXTENDED_EVERY);
            }
        }
    }
}
