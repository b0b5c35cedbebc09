package io.porterlb.agent.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.desired.view.RuleReport;
import io.porterlb.rules.RuleStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleNewsTest {
    private final List<RuleReport> reports = new ArrayList<>();
    private final RuleNews news = new RuleNews(reports::add);

    private void problems(String... problems) {
        news.changed(new RuleStatus(1, true, List.of("inet filter forward"), List.of(problems)));
    }

    @Test
    void everyChangeIsReported() {
        problems("nft says: no.");
        problems();
        assertEquals(
                List.of(new RuleReport(1, true, List.of("nft says: no.")), new RuleReport(1, true, List.of())),
                reports);
    }

    @Test
    void aProblemIsNewsAgainOnlyAfterItWasGone() {
        assertEquals(List.of("a"), news.fresh(List.of("a")));
        assertEquals(List.of("b"), news.fresh(List.of("a", "b")));
        assertEquals(List.of(), news.fresh(List.of("b")));
        assertEquals(List.of("a"), news.fresh(List.of("a", "b")));
    }
}
