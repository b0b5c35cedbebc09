package io.porterlb.porterctl.speak;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The program in a process of its own, with what it wrote.
final class SpeakProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final PrintWriter input;
    private final BlockingQueue<JsonObject> events = new LinkedBlockingQueue<>();

    private SpeakProcess(Process process) {
        this.process = process;
        this.input = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        Thread.ofVirtual().start(this::read);
    }

    static SpeakProcess start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(),
                "io.porterlb.porterctl.Porterctl",
                "speak"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        return new SpeakProcess(builder.start());
    }

    private static String classPath() {
        return Stream.of("jdk.module.path", "java.class.path")
                .map(property -> System.getProperty(property, ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void read() {
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                events.add(JsonParser.parseString(line).getAsJsonObject());
            }
        } catch (IOException _) {
            // killed by close()
        }
    }

    void say(String line) {
        input.println(line);
    }

    /// The next event of this kind with this value; those before it are dropped.
    JsonObject await(String event, String name, String value) throws InterruptedException {
        return await(json -> is(json, "event", event) && is(json, name, value), event + " with " + name + " " + value);
    }

    private static boolean is(JsonObject json, String name, String value) {
        return json.has(name) && json.get(name).getAsString().equals(value);
    }

    private JsonObject await(Predicate<JsonObject> wanted, String what) throws InterruptedException {
        List<JsonObject> others = new ArrayList<>();
        for (JsonObject next = next(); next != null; next = next()) {
            if (wanted.test(next)) {
                return next;
            }
            others.add(next);
        }
        throw new AssertionError("no event " + what + ", but " + others);
    }

    private @Nullable JsonObject next() throws InterruptedException {
        return events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// Asks it to end like a service manager does.
    void terminate() {
        process.destroy();
    }

    int exitStatus() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("process " + process.pid() + " has not ended");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
