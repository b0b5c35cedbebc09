package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.desired.view.Password;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgentKeysTest {
    private static final Password OLD = Password.of("old");
    private static final Password NEW = Password.of("new");
    private static final AgentKeys BEFORE = new AgentKeys("1", OLD, Optional.empty(), false);

    private static final List<AgentKeys> STEPS =
            Stream.iterate(BEFORE.adding(NEW), AgentKeys::next).limit(4).toList();

    private static Set<Password> accepted(AgentKeys keys) {
        return Stream.concat(Stream.of(keys.key()), keys.other().stream()).collect(Collectors.toSet());
    }

    private static boolean understand(AgentKeys a, AgentKeys b) {
        return accepted(a).contains(b.key()) && accepted(b).contains(a.key());
    }

    @Test
    void agentsThatAreOneStepApartUnderstandEachOther() {
        List<AgentKeys> all = Stream.concat(Stream.of(BEFORE), STEPS.stream()).toList();
        for (int i = 1; i < all.size(); i++) {
            assertTrue(understand(all.get(i - 1), all.get(i)), "step " + i);
        }
    }

    @Test
    void inTheEndTheNewKeyIsTheOnlyOneAndNothingFollows() {
        assertEquals(new AgentKeys("1", NEW, Optional.empty(), false), STEPS.get(2));
        assertEquals(STEPS.get(2), STEPS.get(3));
    }
}
