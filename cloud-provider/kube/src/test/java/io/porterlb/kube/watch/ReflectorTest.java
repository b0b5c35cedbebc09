package io.porterlb.kube.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.kube.http.KubeApi;
import io.porterlb.kube.http.ResourceType;
import io.porterlb.kube.resource.NamespaceResource;
import java.io.IOException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The list-watch against a stub that fails in ways that a real API server can't be made to.
@Timeout(60)
class ReflectorTest {
    private static final String LIST = "/api/v1/namespaces?limit=500";
    private static final String OK = "200 OK";

    private final Semaphore changes = new Semaphore(0);
    private final Store<String> store = new Store<>(changes::release);
    private final StubApiServer server;
    private final KubeApi api;
    private final Reflector reflector;
    private final Thread thread;

    ReflectorTest() throws IOException {
        server = new StubApiServer();
        api = server.client();
        Source<NamespaceResource, String> source = new Source<>(
                ResourceType.NAMESPACE, r -> Optional.of(r.metadata().labels().toString()), r -> null, store);
        reflector = new Reflector(source, Scope.all(ResourceType.NAMESPACE), api, new SplittableRandom(1));
        thread = Thread.ofVirtual().unstarted(reflector);
    }

    @AfterEach
    void close() throws IOException {
        thread.interrupt();
        api.close();
        server.close();
    }

    @Test
    void listsInPagesThenWatchesFromTheListsVersion() throws Exception {
        server.then(OK, list("10", "next page", "a", "5")).then(OK, list("10", "", "b", "6"));
        thread.start();
        assertEquals(LIST, server.request());
        assertEquals(LIST + "&continue=next%20page", server.request());
        changes.acquire();
        assertTrue(store.find("a").isPresent() && store.find("b").isPresent());
        assertWatchesFrom("10");
    }

    @Test
    void aBrokenWatchIsResumedFromTheLastVersionWithoutAList() throws Exception {
        server.then(OK, list("10", "", "a", "5"))
                .then(OK, event("MODIFIED", "a", "11") + event("BOOKMARK", "", "15") + "{\"type\":\"MODI");
        thread.start();
        server.request();
        assertWatchesFrom("10");
        assertWatchesFrom("15");
        assertEquals("11", store.find("a").orElseThrow().resourceVersion());
    }

    @Test
    void aWatchThatEndsAtOnceAgainAndAgainGoesOnFromTheSameVersion() throws Exception {
        server.then(OK, list("10", "", "a", "5")).then(OK, "").then(OK, "").then(OK, event("DELETED", "a", "12"));
        thread.start();
        server.request();
        assertWatchesFrom("10");
        assertWatchesFrom("10");
        assertWatchesFrom("10");
        assertWatchesFrom("12");
        assertFalse(store.find("a").isPresent());
    }

    @Test
    void aForgottenVersionIsListedAgainAndWhatIsGoneGoes() throws Exception {
        server.then(OK, list("10", "", "a", "5"))
                .then(
                        OK,
                        "{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410,\"reason\":\"Expired\","
                                + "\"message\":\"too old resource version\"}}\n")
                .then(OK, list("20", "", "b", "6"));
        thread.start();
        server.request();
        assertWatchesFrom("10");
        assertEquals(LIST, server.request());
        assertWatchesFrom("20");
        assertFalse(store.find("a").isPresent());
        assertTrue(store.find("b").isPresent());
    }

    @Test
    void anExpiredPageIsListedFromTheBeginning() throws Exception {
        server.then(OK, list("10", "old", "a", "5"))
                .then("410 Gone", "{\"code\":410,\"reason\":\"Expired\"}")
                .then(OK, list("20", "", "b", "6"));
        thread.start();
        server.request();
        server.request();
        assertEquals(LIST, server.request());
        assertWatchesFrom("20");
        assertFalse(store.find("a").isPresent());
    }

    @Test
    void aBusyServerIsAskedAgainAndTheReasonIsTold() throws Exception {
        server.then("429 Too Many Requests\r\nRetry-After: 0", "{\"message\":\"too many requests\"}")
                .then("403 Forbidden", "{\"message\":\"namespaces is forbidden\"}")
                .then("500 Oops", "<html>");
        thread.start();
        for (int i = 0; i < 4; i++) {
            assertEquals(LIST, server.request());
        }
        assertEquals(Optional.of("Can't watch namespaces: HTTP status 500."), reflector.trouble());
    }

    @Test
    void aSecretThatMayNotBeReadIsToldWithTheValueThatMendsIt() throws Exception {
        Source<NamespaceResource, String> source =
                new Source<>(ResourceType.NAMESPACE, _ -> Optional.empty(), _ -> null, store);
        Reflector secret = new Reflector(source, Scope.secret("here", "leaf"), api, new SplittableRandom(1));
        server.then("403 Forbidden", "{\"message\":\"it is forbidden\"}");
        Thread watching = Thread.ofVirtual().start(secret);
        server.request();
        server.request(); // the next attempt: the first one has been told
        watching.interrupt();
        watching.join();
        String trouble = secret.trouble().orElseThrow();
        assertTrue(trouble.startsWith("Can't watch secrets here/leaf: "), trouble);
        assertTrue(trouble.contains("Add leaf to authSecretNames in the values of the Helm chart"), trouble);
    }

    @Test
    void unknownFieldsEventsAndUnreadableObjectsDoNoHarm() throws Exception {
        server.then(
                        OK,
                        "{\"new\":{},\"items\":[{\"metadata\":{\"name\":\"a\",\"uid\":\"a\",\"resourceVersion\":\"5\",\"new\":1},"
                                + "\"spec\":{\"new\":[]}},{\"metadata\":{\"name\":\"b\",\"labels\":7}}],"
                                + "\"metadata\":{\"resourceVersion\":\"10\"}}")
                .then(OK, event("NOVEL", "c", "11") + event("ADDED", "d", "12"));
        thread.start();
        server.request();
        assertWatchesFrom("10");
        assertWatchesFrom("12");
        assertTrue(store.find("a").isPresent() && store.find("d").isPresent());
        assertFalse(store.find("b").isPresent() || store.find("c").isPresent());
    }

    @Test
    void garbageIsAReasonToTryAgain() throws Exception {
        server.then(OK, "nonsense")
                .then(OK, list("10", "", "a", "5"))
                .then(OK, "[]\n")
                .then(OK, "{\"object\":{}}\n");
        thread.start();
        server.request();
        assertEquals(LIST, server.request());
        for (int i = 0; i < 3; i++) {
            assertWatchesFrom("10");
        }
    }

    @Test
    void anInterruptEndsIt() throws Exception {
        thread.start();
        server.request();
        thread.interrupt();
        thread.join();
    }

    private void assertWatchesFrom(String version) throws InterruptedException {
        String request = server.request();
        assertTrue(
                request.startsWith("/api/v1/namespaces?watch=true&allowWatchBookmarks=true&resourceVersion=" + version
                        + "&timeoutSeconds="),
                request);
    }

    private static String list(String version, String next, String name, String objectVersion) {
        return "{\"metadata\":{\"resourceVersion\":\"" + version + "\",\"continue\":\"" + next + "\"},\"items\":["
                + object(name, objectVersion) + "]}";
    }

    private static String event(String type, String name, String version) {
        return "{\"type\":\"" + type + "\",\"object\":" + object(name, version) + "}\n";
    }

    private static String object(String name, String version) {
        return "{\"metadata\":{\"name\":\"" + name + "\",\"uid\":\"" + name + "\",\"resourceVersion\":\"" + version
                + "\"}}";
    }
}
