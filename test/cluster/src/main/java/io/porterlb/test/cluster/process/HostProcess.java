package io.porterlb.test.cluster.process;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A long-running process of the test bed. It has a session of its own, so that it outlives the JVM that started it,
/// and a record in the run folder, by which another JVM finds it. Not safe for two threads at once.
public final class HostProcess {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int LINES_IN_ERRORS = 15;

    private final Place place;
    private final String name;
    private final List<String> words;
    private ProcessId id;

    private HostProcess(Place place, String name, List<String> words, ProcessId id) {
        this.place = place;
        this.name = name;
        this.words = List.copyOf(words);
        this.id = id;
    }

    /// Starts a command in a place. Standard output and error go to the log; standard input is empty.
    ///
    /// @param name unique in its place
    public static HostProcess start(Place place, String name, List<String> words) {
        var process = new HostProcess(place, name, words, launch(place, name, words));
        process.write();
        return process;
    }

    /// The process of this name that was started in this place, by this JVM or another, alive or not.
    public static Optional<HostProcess> find(Place place, String name) {
        Path file = place.recordFile(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonObject json = JsonParser.parseString(read(file)).getAsJsonObject();
        var words = new ArrayList<String>();
        json.getAsJsonArray("command").forEach(word -> words.add(word.getAsString()));
        var id = new ProcessId(
                json.get("pid").getAsLong(), json.get("startTicks").getAsLong());
        return Optional.of(new HostProcess(place, name, words, id));
    }

    /// A shell writes its number into the control group and then becomes the program: the number stays the same, and
    /// no child can escape.
    private static ProcessId launch(Place place, String name, List<String> words) {
        var all = new ArrayList<>(List.of(
                "setsid",
                "sh",
                "-c",
                "echo $$ >\"$0\" && exec \"$@\"",
                place.cgroup().entrance().toString()));
        all.addAll(place.command(words));
        try {
            Path log = place.log(name);
            Files.createDirectories(log.getParent());
            Process process = new ProcessBuilder(all)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
            return ProcessId.running(process.pid()).orElseGet(() -> new ProcessId(process.pid(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException("can't start " + name + " on " + place.role() + ": " + e.getMessage(), e);
        }
    }

    private void write() {
        var command = new JsonArray();
        words.forEach(command::add);
        var json = new JsonObject();
        json.add("command", command);
        json.addProperty("pid", id.pid());
        json.addProperty("startTicks", id.startTicks());
        try {
            WholeFile.write(place.recordFile(name), json.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return id.pid();
    }

    public boolean isAlive() {
        return id.isAlive();
    }

    public Path log() {
        return place.log(name);
    }

    /// SIGKILL; returns when it has ended.
    public void kill() {
        id.signal("KILL");
        awaitEnd();
    }

    /// SIGTERM, and SIGKILL where it has not ended after a minute; returns when it has.
    public void stop() {
        id.signal("TERM");
        if (!Await.until(PATIENCE, () -> !isAlive())) {
            kill();
        }
    }

    private void awaitEnd() {
        if (!Await.until(PATIENCE, () -> !isAlive())) {
            throw new IllegalStateException(this + " has not ended " + PATIENCE.toSeconds() + " s after SIGKILL");
        }
    }

    /// SIGSTOP: it exists, holds its sockets, and does nothing.
    public void pause() {
        id.signal("STOP");
    }

    /// SIGCONT.
    public void resume() {
        id.signal("CONT");
    }

    /// Starts the same command again, after SIGTERM where it still runs. The log is appended to.
    public void restart() {
        stop();
        id = launch(place, name, words);
        write();
    }

    /// Waits until the log holds this text.
    public void awaitLog(String text, Duration limit) {
        awaitLine(text, limit);
    }

    /// Waits until the log has a line with this text, and gives that line.
    ///
    /// @throws IllegalStateException where the process ends first, or the time does
    public String awaitLine(String text, Duration limit) {
        return Await.found(limit, () -> {
                    Optional<String> line =
                            read(log()).lines().filter(l -> l.contains(text)).findFirst();
                    return line.isEmpty() && !isAlive() ? Optional.of("") : line;
                })
                .filter(line -> !line.isEmpty())
                .orElseThrow(() -> failure("it has not logged \"" + text + "\""));
    }

    /// An error about this process: whether it runs, where its log is, and how that ends.
    public IllegalStateException failure(String reason) {
        return new IllegalStateException(this + (isAlive() ? "" : " has ended") + ": " + reason + ". Its log is "
                + log() + " and ends with:\n" + lastLogLines(LINES_IN_ERRORS));
    }

    /// All that it has printed, in all its starts.
    public String allLogLines() {
        return read(log());
    }

    public String lastLogLines(int count) {
        List<String> lines = read(log()).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file)
                    ? new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8)
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name + " on " + place.role() + " (process " + id.pid() + ")";
    }
}
