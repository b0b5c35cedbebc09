package io.porterlb.kube.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreTest {
    private int told;
    private final Store<String> store = new Store<>(() -> told++);

    @BeforeEach
    void empty() {
        store.replace(Map.of(), "9");
        store.tell();
        views();
        told = 0;
    }

    @Test
    void ownWritesAreThereBeforeTheirEventWhichThenChangesNothing() {
        store.written("a", stored("uid", "11", "mine"));
        assertEquals(1, told);
        assertEquals(List.of("mine"), views());
        store.accept("a", stored("uid", "10", "before mine"));
        store.accept("a", stored("uid", "11", "mine"));
        store.tell();
        assertEquals(1, told);
        assertFalse(store.showIfChanged(view -> {}));
    }

    @Test
    void lateEventsDoNotBringBackWhatWeDeleted() {
        store.accept("a", stored("uid", "10", "x"));
        store.deleted("a", store.find("a").orElseThrow());
        store.accept("a", stored("uid", "12", "on its way when we deleted"));
        assertEquals(List.of(), views());
        store.remove("a", "uid", "13");
        store.accept("a", stored("another", "14", "anew"));
        assertEquals(List.of("anew"), views());
    }

    @Test
    void anAnswerThatComesAfterTheObjectIsGoneDoesNotBringItBack() {
        store.accept("a", stored("uid", "10", "x"));
        store.remove("a", "uid", "12");
        store.written("a", stored("uid", "11", "written before it went"));
        assertEquals(List.of(), views());
    }

    @Test
    void anAnswerFromBeforeAListThatLacksTheObjectDoesNotBringItBack() {
        store.replace(Map.of(), "20");
        store.written("a", stored("uid", "11", "written before it went"));
        assertEquals(List.of(), views());
    }

    @Test
    void theEventOfADeletionLeavesAnObjectThatWeCreatedSince() {
        store.accept("a", stored("uid", "10", "x"));
        store.deleted("a", store.find("a").orElseThrow());
        store.written("a", stored("another", "12", "anew"));
        store.remove("a", "uid", "11");
        assertEquals(List.of("anew"), views());
    }

    @Test
    void aListTakesAwayWhatIsGoneButNotWhatIsNewerThanIt() {
        store.accept("gone", stored("1", "10", "gone"));
        store.written("new", stored("2", "21", "new"));
        store.replace(Map.of(), "20");
        assertEquals(List.of("new"), views());
    }

    @Test
    void aListFromBeforeOurDeletionDoesNotBringItBack() {
        store.accept("a", stored("uid", "10", "x"));
        store.deleted("a", store.find("a").orElseThrow());
        store.replace(Map.of("a", stored("uid", "10", "x")), "20");
        assertEquals(List.of(), views());
    }

    @Test
    void versionsAreNumbersNotText() {
        store.accept("a", stored("uid", "99", "old"));
        store.accept("a", stored("uid", "100", "new"));
        assertEquals(List.of("new"), views());
        assertTrue(ResourceVersions.compare("100", "99") > 0);
        assertTrue(ResourceVersions.compare("", "1") < 0);
    }

    @Test
    void heartbeatsThatChangeNothingTellNobody() {
        store.accept("a", stored("uid", "10", "x"));
        store.tell();
        views();
        store.accept("a", stored("uid", "11", "x"));
        store.tell();
        assertEquals(1, told);
        assertEquals("11", store.find("a").orElseThrow().resourceVersion());
        assertFalse(store.showIfChanged(view -> {}));
    }

    @Test
    void aStatusThatSomebodyElseWroteIsToldOursIsNot() {
        store.accept("a", stored("uid", "10", "x"));
        store.tell();
        views();
        store.written("a", new Stored<>("uid", "11", "x", new JsonPrimitive("ours")));
        assertEquals(1, told);
        assertFalse(store.showIfChanged(view -> {}));
        store.accept("a", new Stored<>("uid", "12", "x", new JsonPrimitive("theirs")));
        store.tell();
        assertEquals(2, told);
        assertTrue(store.showIfChanged(view -> {}), "who compares statuses must see another map");
    }

    @Test
    void nobodyIsToldBeforeTheFirstList() {
        Store<String> fresh = new Store<>(() -> told++);
        fresh.written("a", stored("uid", "10", "x"));
        assertEquals(0, told);
        fresh.replace(Map.of(), "5");
        fresh.tell();
        assertEquals(1, told);
    }

    private List<String> views() {
        List<String> views = new ArrayList<>();
        store.showIfChanged(views::add);
        return views;
    }

    private static Stored<String> stored(String uid, String version, String view) {
        return new Stored<>(uid, version, view, JsonNull.INSTANCE);
    }
}
