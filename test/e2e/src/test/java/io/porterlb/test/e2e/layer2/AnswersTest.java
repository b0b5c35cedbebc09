package io.porterlb.test.e2e.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.test.e2e.layer2.Answers.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final Instant BEGAN = Instant.EPOCH.plusSeconds(10);

    /// One frame each 10 ms.
    private static Answers answers(String... who) {
        List<Said> said = new ArrayList<>();
        for (String one : who) {
            said.add(new Said(BEGAN.plusMillis(10L * said.size()), one));
        }
        return new Answers(said);
    }

    @Test
    void eachIsHeardFromItsFirstFrameToItsLast() {
        assertEquals(
                "node1 0..10 ms (2), node2 20..20 ms (1)",
                answers("node1", "node1", "node2").since(BEGAN));
    }

    @Test
    void oneAfterTheOtherIsNeverTwoAtATime() {
        assertEquals(
                List.of(), answers("node1", "node1", "node2", "node3", "node3").late());
    }

    @Test
    void oneThatIsHeardAfterItsSuccessorIsLate() {
        Answers answers = answers("node1", "node2", "node1", "node2", "node2");
        assertEquals(List.of(answers.said().get(2)), answers.late());
    }

    @Test
    void framesAreBroughtIntoTheOrderOfTime() {
        List<Said> said = answers("node1", "node2").said().reversed();
        assertEquals("node1", new Answers(said).reigns().getFirst().who());
    }
}
