package io.porterlb.kube.watch;

import com.google.gson.JsonObject;
import io.porterlb.kube.http.ApiStatusException;
import io.porterlb.kube.http.KubeApi;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Keeps one store equal to what the API server has: lists once, then follows the watch from the last version it saw,
/// over any number of broken connections. Lists again only if the server has forgotten that version (410 Gone).
/// Whatever fails, it goes on, ever more slowly. Owned by the one virtual thread that runs it, until interrupted.
final class Reflector implements Runnable, WatchCall.Listener {
    private static final int MIN_WATCH_SECONDS = 300;

    private final Source<?, ?> source;
    private final Scope scope;
    private final ListCall list;
    private final WatchCall watch;
    private final RandomGenerator random;
    private final Backoff backoff;
    private final Health health;

    private String version = "";
    private boolean progress;

    Reflector(Source<?, ?> source, Scope scope, KubeApi api, RandomGenerator random) {
        this.source = source;
        this.scope = scope;
        this.list = new ListCall(api, scope);
        this.watch = new WatchCall(api, scope, this);
        this.random = random;
        this.backoff = new Backoff(random);
        this.health = new Health(scope.what());
    }

    /// Why the store may be out of date, as a sentence; empty while all is well. Any thread may ask.
    Optional<String> trouble() {
        return health.trouble();
    }

    /// What is watched.
    String kind() {
        return scope.what();
    }

    /// Whether a complete list has been taken.
    boolean synced() {
        return source.store().synced();
    }

    @Override
    public void run() {
        try {
            while (!Thread.interrupted()) {
                Optional<Duration> pause = round();
                if (pause.isPresent()) {
                    Thread.sleep(pause.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the end
        }
    }

    /// One list or one watch, to its end.
    ///
    /// @return how long to wait; empty to go on at once
    private Optional<Duration> round() throws InterruptedException {
        progress = false;
        health.begin();
        try {
            if (version.isEmpty()) {
                listAll(source);
                return Optional.empty();
            }
            watch.run(version, MIN_WATCH_SECONDS + random.nextInt(MIN_WATCH_SECONDS));
            return ended();
        } catch (ApiStatusException e) {
            return Optional.of(refused(e));
        } catch (IOException | RuntimeException | Error e) { // whatever it is, the loop must live on
            return Optional.of(broken(e));
        } finally {
            source.store().tell();
        }
    }

    private <V> void listAll(Source<?, V> into) throws IOException, ApiStatusException {
        Map<String, Stored<V>> listed = new HashMap<>();
        version = list.run(item -> into.collect(item, listed));
        into.store().replace(listed, version);
        health.listed();
    }

    /// The server ends every watch some time; one that told something is followed by the next at once.
    private Optional<Duration> ended() {
        if (progress) {
            return Optional.empty();
        }
        health.ended("Watches of " + kind() + " end at once, again and again.");
        return Optional.of(backoff.next(Optional.empty()));
    }

    private Duration refused(ApiStatusException e) {
        if (e.code() == HttpURLConnection.HTTP_GONE) {
            version = ""; // an expired list, or a watch from a version that is forgotten: begin anew
        } else {
            health.ended(sentence(e));
        }
        return backoff.next(e.retryAfter());
    }

    private Duration broken(Throwable e) throws InterruptedException {
        if (Thread.interrupted()) { // whatever OkHttp made of it
            throw new InterruptedException("stopped");
        }
        String cause = e.toString().lines().findFirst().orElse(""); // Gson adds a line about itself
        health.ended("Can't watch " + kind() + ": " + cause + ".");
        return backoff.next(Optional.empty());
    }

    private String sentence(ApiStatusException e) {
        String what = "Can't watch " + scope.what() + ": " + e.getMessage() + ".";
        return switch (e.code()) {
            case HttpURLConnection.HTTP_FORBIDDEN -> what + " " + scope.permission();
            case HttpURLConnection.HTTP_NOT_FOUND ->
                what + " Install the CRDs: upgrade the Helm chart, or apply porterlb.yaml again.";
            default -> what;
        };
    }

    @Override
    public void living(JsonObject object, String seen) {
        source.accept(object);
        progressed(seen);
    }

    @Override
    public void gone(JsonObject object, String seen) {
        source.remove(object);
        progressed(seen);
    }

    @Override
    public void bookmark(String seen) {
        progressed(seen);
    }

    private void progressed(String seen) {
        version = seen;
        progress = true;
        backoff.reset();
        health.progressed();
    }

    @Override
    public void opened() {
        health.opened();
    }

    @Override
    public void pause() {
        source.store().tell();
    }
}
