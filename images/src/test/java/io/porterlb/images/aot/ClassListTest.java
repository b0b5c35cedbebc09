package io.porterlb.images.aot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassListTest {
    @Test
    void aListIsTheSameInWhateverOrderClassesWereLoaded() {
        List<String> one = List.of("# words", "b/B id: 1", "@lambda-proxy b/B run", "a/A id: 2");
        List<String> other = List.of("a/A id: 7", "b/B id: 8", "@lambda-proxy b/B run");
        assertEquals(ClassList.of(one), ClassList.of(other));
        assertEquals(
                List.of("a/A", "b/B", "@lambda-proxy b/B run"),
                ClassList.of(one).lines());
    }

    @Test
    void classesOfOtherLoadersAndResolvedConstantsAreLeftOut() {
        assertEquals(
                List.of("a/A"),
                ClassList.of(List.of("a/A id: 1", "b/B id: 2 super: 1 source: /b.jar", "@cp a/A 1 2 3"))
                        .lines());
    }

    @Test
    void theShareInAnotherListCountsLines() {
        assertEquals(0.5, ClassList.of(List.of("a/A", "b/B")).shareIn(ClassList.of(List.of("b/B", "c/C"))));
    }
}
