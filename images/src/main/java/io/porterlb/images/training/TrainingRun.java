package io.porterlb.images.training;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.porterlb.images.process.Folders;
import io.porterlb.images.process.ImageException;
import io.porterlb.images.program.BuiltModule;
import io.porterlb.images.program.ProgramImage;
import io.porterlb.images.program.Sandbox;
import io.porterlb.images.root.Root;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// Lets a program do in its image, before a stub API server and a router, what it does in a cluster: start, read
/// everything, write what there is to write, announce a route, answer a probe, and end when it is told to.
///
/// @param root the image
/// @param router the built module of porterctl, which plays the router
/// @param work a folder for what a run leaves
public record TrainingRun(Root root, ProgramImage program, BuiltModule router, Path work) {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /// Runs the program to its end.
    ///
    /// @param java the words that start it, up to and with its main class
    /// @return how it went
    /// @throws ImageException with the program's log if it does not do its work in time
    public Outcome run(List<String> java) {
        Path tmp = Folders.fresh(work.resolve("tmp"));
        Path account = Folders.fresh(work.resolve("account"));
        Path log = work.resolve("log");
        try (StubApiServer stub = StubApiServer.start(account);
                Router peer = Router.start(
                        router, ProgramImage.PORTERCTL.mainClass(), freePort(), work.resolve("router.log"))) {
            stub.fill(objects(peer.port()));
            int health = freePort();
            Lesson lesson = Lesson.of(program, health, freePort(), peer.port());
            long start = System.nanoTime();
            Process process = start(new Sandbox(root, tmp, account), java, lesson, stub, log);
            Thread watch = Thread.startVirtualThread(() -> awaitEnd(process, stub));
            try {
                learn(process, lesson, stub, health, log);
                return new Outcome(tmp, Duration.ofNanos(System.nanoTime() - start), resident(process));
            } finally {
                end(process);
                watch.join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageException("the training of " + program.imageName() + " was interrupted", e);
        }
    }

    private Process start(Sandbox sandbox, List<String> java, Lesson lesson, StubApiServer stub, Path log)
            throws IOException {
        List<String> words = sandbox.command(java);
        words.addAll(lesson.arguments());
        ProcessBuilder builder = new ProcessBuilder(words);
        switch (program) {
            case MANAGER, AGENT -> builder.redirectErrorStream(true).redirectOutput(log.toFile());
            case PORTERCTL -> builder.redirectError(log.toFile());
        }
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().put("KUBERNETES_SERVICE_HOST", "127.0.0.1");
        builder.environment().put("KUBERNETES_SERVICE_PORT", Integer.toString(stub.port()));
        return builder.start();
    }

    private void learn(Process process, Lesson lesson, StubApiServer stub, int health, Path log)
            throws IOException, InterruptedException {
        boolean done = switch (program) {
            case MANAGER, AGENT -> stub.await(lesson.path(), lesson.done(), LIMIT) && probe(health);
            case PORTERCTL -> establishes(process);
        };
        if (!done) {
            throw new ImageException("In its training run " + program.imageName() + " did not do its work. It said:\n"
                    + Files.readString(log));
        }
    }

    private static boolean probe(int port) throws IOException {
        HttpURLConnection probe = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + "/readyz").toURL().openConnection();
        return probe.getResponseCode() > 0;
    }

    private static boolean establishes(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.contains("\"Established\"")) {
            line = lines.readLine();
        }
        return line != null;
    }

    private static void awaitEnd(Process process, StubApiServer stub) {
        process.onExit().join();
        stub.abandon();
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static long resident(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static JsonObject objects(int routerPort) throws IOException {
        try (InputStream file = Objects.requireNonNull(TrainingRun.class.getResourceAsStream("objects.json"))) {
            JsonObject objects = JsonParser.parseString(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .getAsJsonObject();
            objects.getAsJsonObject("/apis/network.kubesphere.io/v1alpha2/bgppeers/router")
                    .getAsJsonObject("spec")
                    .getAsJsonObject("transport")
                    .addProperty("remotePort", routerPort);
            return objects;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// A run that did its work.
    ///
    /// @param tmp a folder with what the program wrote into `/tmp`
    /// @param took from its start until the work was done
    /// @param residentKibibytes its memory then (`VmRSS`, see proc(5))
    public record Outcome(Path tmp, Duration took, long residentKibibytes) {}
}
