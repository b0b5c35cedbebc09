package io.porterlb.porterctl.uninstall;

import io.porterlb.kube.KubeException;
import io.porterlb.kube.WriteResult;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What is told while it happens, one line a thing, and what went wrong with which of them. Any thread.
final class Journal {
    private final PrintWriter out;
    private final Map<String, String> failures = new HashMap<>();

    Journal(PrintWriter out) {
        this.out = out;
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /// Does something about a thing and says what came of it. A thing that is gone is as good as done.
    ///
    /// @throws KubeException if the API server does not answer: the next thing would fare no better
    void attempt(Thing thing, Supplier<WriteResult> call) {
        try {
            result(thing, call.get());
        } catch (KubeException e) {
            failed(thing.name(), String.valueOf(e.getMessage()));
            if (!e.isRefusal()) {
                throw e;
            }
        }
    }

    private void result(Thing thing, WriteResult result) {
        switch (result) {
            case WriteResult.Written _, WriteResult.Deleted _, WriteResult.NotFound _ -> say(thing.done());
            case WriteResult.Conflict(String message) -> failed(thing.name(), message);
            case WriteResult.Refused(String message) -> failed(thing.name(), message);
            case WriteResult.AlreadyExists(String message) -> failed(thing.name(), message);
        }
    }

    /// Remembers what went wrong; the first reason counts.
    synchronized void failed(String name, String reason) {
        if (failures.putIfAbsent(name, reason) == null) {
            say("FAILED " + name + ": " + reason);
        }
    }

    synchronized Optional<String> failure(String name) {
        return Optional.ofNullable(failures.get(name));
    }
}
