package io.porterlb.porterctl.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.kube.agents.AgentPod;
import io.porterlb.kube.agents.Answer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RoundTest {
    private static AgentPod pod(String node) {
        return new AgentPod("lb", "porter-agent-" + node, node, 10359, Map.of());
    }

    @Test
    @Timeout(60)
    void oneThatIsSlowHoldsUpNoOther() throws InterruptedException {
        CountDownLatch others = new CountDownLatch(2);
        Round<String> round = Round.ask(List.of(pod("slow"), pod("n2"), pod("n3")), pod -> {
            if (pod.node().equals("slow")) {
                return new Answer.Said<>("after " + (await(others) ? "all" : "none"));
            }
            others.countDown();
            return new Answer.Said<>(pod.node());
        });
        assertEquals(List.of("after all", "n2", "n3"), round.said());
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoGivesNoAnswerIsNamedWithTheReason() throws InterruptedException {
        Round<String> round = Round.ask(
                List.of(pod("n2"), pod("n1"), pod("n3")),
                pod -> pod.node().equals("n3") ? new Answer.Said<>("well") : new Answer.Silent<>("it is late"));
        StringWriter err = new StringWriter();
        round.printSilent(new PrintWriter(err, true));
        assertEquals(List.of("well"), round.said());
        assertEquals(
                "node n1: its agent gave no answer: it is late\nnode n2: its agent gave no answer: it is late\n",
                err.toString());
    }

    @Test
    void thereMayBeAThousand() throws InterruptedException {
        List<AgentPod> pods =
                IntStream.range(0, 1000).mapToObj(i -> pod("n" + i)).toList();
        assertEquals(
                1000,
                Round.ask(pods, pod -> new Answer.Said<>(pod.node())).said().size());
    }
}
