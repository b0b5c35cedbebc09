package io.porterlb.kube;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.porterlb.kube.http.ApiStatusException;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.KubeApi;
import io.porterlb.kube.watch.ListCall;
import io.porterlb.kube.watch.Scope;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Calls whose refusals are values. Any thread; blocks it.
final class Calls {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNPROCESSABLE = 422;

    /// Attempts while the server says 429, which it does before it has done anything.
    private static final int ATTEMPTS = 5;

    private static final Duration MAX_PAUSE = Duration.ofSeconds(10);

    private final KubeApi api;
    private final WriteGate gate;
    private final int attempts;

    /// @param gate asked before every attempt to write
    Calls(KubeApi api, WriteGate gate) {
        this(api, gate, ATTEMPTS);
    }

    private Calls(KubeApi api, WriteGate gate, int attempts) {
        this.api = api;
        this.gate = gate;
        this.attempts = attempts;
    }

    /// One attempt each, for a caller who knows best when to try again.
    static Calls once(KubeApi api) {
        return new Calls(api, WriteGate.OPEN, 1);
    }

    /// Sends a body, if the gate is open.
    ///
    /// @param what begins a sentence, such as `Can't create PorterAddress 198.51.100.7`
    /// @param success from the server's answer
    WriteResult send(
            String what,
            String method,
            String path,
            JsonElement body,
            ContentType type,
            Function<JsonObject, WriteResult> success) {
        try {
            return success.apply(patiently(() -> {
                pass(what); // after the turn, for which it may have waited long
                return api.send(method, path, body, type);
            }));
        } catch (ApiStatusException e) {
            return refusal(what, e);
        } catch (IOException e) {
            throw new KubeException(what + ": the API server gave no answer: " + e.getMessage(), e);
        }
    }

    private void pass(String what) {
        if (!gate.isOpen()) {
            throw new KubeException(what + ": this process is not, or no longer, the leader.");
        }
    }

    /// Reads an object, for a write that depends on it.
    WriteResult get(String what, String path, Function<JsonObject, WriteResult> success) {
        try {
            return success.apply(patiently(() -> api.get(path)));
        } catch (ApiStatusException e) {
            return refusal(what, e);
        } catch (IOException e) {
            throw new KubeException(what + ": the API server gave no answer: " + e.getMessage(), e);
        }
    }

    /// Every object of a list. One that the API server does not know, such as that of a kind whose definition is gone,
    /// is not there.
    ///
    /// @param what begins a sentence
    Optional<List<JsonElement>> list(String what, Scope scope) {
        return unlessMissing(what, () -> {
            List<JsonElement> items = new ArrayList<>();
            new ListCall(api, scope).run(items::add);
            return items;
        });
    }

    /// One object; empty where it is not there.
    ///
    /// @param what begins a sentence
    Optional<JsonObject> find(String what, String path) {
        return unlessMissing(what, () -> api.get(path));
    }

    private <T> Optional<T> unlessMissing(String what, Call<T> call) {
        try {
            return Optional.of(patiently(call));
        } catch (ApiStatusException e) {
            if (e.code() == HttpURLConnection.HTTP_NOT_FOUND) {
                return Optional.empty();
            }
            throw new KubeException(what + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new KubeException(what + ": the API server gave no answer: " + e.getMessage(), e);
        }
    }

    private <T> T patiently(Call<T> call) throws IOException, ApiStatusException {
        for (int attempt = 1; ; attempt++) {
            try {
                api.awaitTurn();
                return call.run();
            } catch (ApiStatusException e) {
                if (e.code() != TOO_MANY_REQUESTS || attempt == attempts) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private static void pause(ApiStatusException busy) throws IOException {
        Duration asked = busy.retryAfter().orElse(Duration.ofSeconds(1));
        try {
            Thread.sleep(asked.compareTo(MAX_PAUSE) < 0 ? asked : MAX_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the API server was busy", e);
        }
    }

    private static WriteResult refusal(String what, ApiStatusException e) {
        String message = what + ": " + e.getMessage();
        return switch (e.code()) {
            case HttpURLConnection.HTTP_CONFLICT ->
                e.reason().equals("AlreadyExists")
                        ? new WriteResult.AlreadyExists(message)
                        : new WriteResult.Conflict(message);
            case HttpURLConnection.HTTP_NOT_FOUND -> new WriteResult.NotFound(message);
            case UNPROCESSABLE ->
                e.fields().contains("metadata.uid") // how a patch with the UID of an earlier object fails
                        ? new WriteResult.Conflict(message)
                        : new WriteResult.Refused(message);
            default -> throw new KubeException(message, e);
        };
    }

    /// `metadata.resourceVersion` of an object that the server answered with.
    static String version(JsonObject object) {
        return object.getAsJsonObject("metadata").get("resourceVersion").getAsString();
    }

    /// One attempt.
    private interface Call<T> {
        T run() throws IOException, ApiStatusException;
    }
}
