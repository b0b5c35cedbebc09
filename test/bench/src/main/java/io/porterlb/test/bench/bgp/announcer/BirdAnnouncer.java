package io.porterlb.test.bench.bgp.announcer;

import static io.porterlb.test.bench.bgp.testbed.Testbed.ANNOUNCER_ADDRESS;
import static io.porterlb.test.bench.bgp.testbed.Testbed.ANNOUNCER_AS;
import static io.porterlb.test.bench.bgp.testbed.Testbed.RECEIVER_ADDRESS;
import static io.porterlb.test.bench.bgp.testbed.Testbed.RECEIVER_AS;

import io.porterlb.test.bench.bgp.testbed.Testbed;
import io.porterlb.test.bench.bgp.wire.HostRoutes;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.HostProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// BIRD: single routes are lines of a file that `birdc configure` reads, many are a protocol that `birdc enable`
/// starts.
public final class BirdAnnouncer implements Announcer {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String COMMON = """
            router id %s;
            log stderr { error, fatal };
            protocol device { }
            """.formatted(ANNOUNCER_ADDRESS);

    /// With the shortest pauses that can be set.
    private static final String SESSION = """
            protocol static one {
              ipv4;
            include "one.inc";
            }
            protocol static many {
              disabled;
              ipv4;
            include "many.inc";
            }
            protocol bgp receiver {
              local %s as %d;
              neighbor %s as %d;
              connect delay time 1;
              connect retry time 1;
              ipv4 { import all; export where source = RTS_STATIC; };
            }
            """.formatted(ANNOUNCER_ADDRESS, ANNOUNCER_AS, RECEIVER_ADDRESS, RECEIVER_AS);

    private final Testbed testbed;
    private final Path folder;
    private final Set<String> announced = new TreeSet<>();
    private @Nullable HostProcess process;

    public BirdAnnouncer(Testbed testbed) throws IOException {
        this.testbed = testbed;
        this.folder = testbed.folder("bird");
    }

    @Override
    public String name() {
        return "BIRD";
    }

    @Override
    public long start() throws IOException {
        announced.clear();
        write("one.inc", Set.of());
        write("many.inc", Set.of());
        return start(COMMON + SESSION);
    }

    @Override
    public OptionalLong startBfd(int milliseconds) throws IOException {
        return OptionalLong.of(start(COMMON + """
                protocol bfd {
                  interface "eth0" { interval %d ms; multiplier 3; };
                  neighbor %s dev "eth0" local %s;
                }
                """.formatted(milliseconds, RECEIVER_ADDRESS, ANNOUNCER_ADDRESS)));
    }

    private long start(String config) throws IOException {
        Files.writeString(folder.resolve("bird.conf"), config);
        long at = System.nanoTime();
        HostProcess started = HostProcess.start(
                testbed.place(),
                "bird",
                List.of(
                        "bird",
                        "-f",
                        "-c",
                        folder.resolve("bird.conf").toString(),
                        "-s",
                        folder.resolve("bird.ctl").toString(),
                        "-P",
                        folder.resolve("bird.pid").toString()));
        process = started;
        if (!Await.until(PATIENCE, () -> command("show", "status").result().exitStatus() == 0)) {
            throw started.failure("it does not answer birdc");
        }
        return at;
    }

    private Command command(String... words) {
        var all = new java.util.ArrayList<>(
                List.of("birdc", "-s", folder.resolve("bird.ctl").toString()));
        all.addAll(List.of(words));
        return Command.of(testbed.announcer().command(all));
    }

    private long birdc(String... words) {
        long at = System.nanoTime();
        command(words).run();
        return at;
    }

    private void write(String file, Set<String> prefixes) throws IOException {
        Files.writeString(
                folder.resolve(file),
                prefixes.stream()
                        .map(prefix -> "route " + prefix + " blackhole;\n")
                        .collect(Collectors.joining()));
    }

    @Override
    public long announce(String prefix) throws IOException {
        announced.add(prefix);
        return configure();
    }

    @Override
    public long withdraw(String prefix) throws IOException {
        announced.remove(prefix);
        return configure();
    }

    private long configure() throws IOException {
        write("one.inc", announced);
        return birdc("configure");
    }

    @Override
    public void prepare(int count) throws IOException {
        Set<String> many = IntStream.range(0, count).mapToObj(HostRoutes::text).collect(Collectors.toSet());
        write("many.inc", many);
        birdc("configure");
    }

    @Override
    public long announceAll() {
        return birdc("enable", "many");
    }

    @Override
    public long withdrawAll() {
        return birdc("disable", "many");
    }

    @Override
    public long resident() {
        return process == null ? 0 : Resident.of(process.pid());
    }

    @Override
    public void close() {
        if (process != null) {
            process.stop();
            process = null;
        }
    }
}
