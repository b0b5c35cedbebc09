package io.porterlb.test.cluster.network;

import com.google.gson.JsonParser;
import io.porterlb.test.cluster.process.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// A Linux network namespace that has a name under `/run/netns` (network_namespaces(7), ip-netns(8)). A value: it may
/// be used before the namespace exists and after it is gone, from any thread. Everything here needs root.
///
/// @param name as `ip netns` lists it
public record NetworkNamespace(String name) {
    private static final Path FOLDER = Path.of("/run/netns");

    /// Makes the namespace, with its loopback interface up.
    public static NetworkNamespace create(String name) {
        var namespace = new NetworkNamespace(name);
        Command.of("ip", "netns", "add", name).run();
        namespace.exec("ip", "link", "set", "lo", "up");
        return namespace;
    }

    /// Takes the name away; the namespace itself ends with the last process in it.
    public void delete() {
        Command.of("ip", "netns", "delete", name).run();
    }

    public boolean exists() {
        return Files.exists(path());
    }

    public Path path() {
        return FOLDER.resolve(name);
    }

    /// The words that start this command inside. nsenter and not `ip netns exec`, which mounts a /sys of its own and so
    /// hides the cgroups.
    public List<String> command(List<String> words) {
        var all = new ArrayList<>(List.of("nsenter", "--net=" + path(), "--"));
        all.addAll(words);
        return all;
    }

    /// Runs a command inside and gives what it printed.
    ///
    /// @throws io.porterlb.test.cluster.process.CommandFailedException where its exit status is not 0
    public String exec(String... words) {
        return Command.of(command(List.of(words))).run();
    }

    /// Many `ip` commands (without the word ip) in one process.
    public void ip(List<String> commands) {
        Command.of(command(List.of("ip", "-batch", "-")))
                .withInput(String.join("\n", commands) + "\n")
                .run();
    }

    /// Sets kernel parameters of this namespace; keys with dots, as sysctl(8) names them.
    public void sysctl(Map<String, String> values) {
        call(() -> {
            for (var entry : values.entrySet()) {
                Files.writeString(sysctlFile(entry.getKey()), entry.getValue());
            }
            return values;
        });
    }

    /// Whether the kernel has this parameter, in this namespace.
    public boolean hasSysctl(String key) {
        return call(() -> Files.exists(sysctlFile(key)));
    }

    private static Path sysctlFile(String key) {
        return Path.of("/proc/sys", key.split("\\.", -1));
    }

    /// The processes that are in it.
    public Set<Long> processes() {
        return Command.of("ip", "netns", "pids", name)
                .run()
                .lines()
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    /// The Ethernet address of an interface, in lower case with colons.
    public String macAddress(String device) {
        return JsonParser.parseString(exec("ip", "-json", "link", "show", "dev", device))
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .get("address")
                .getAsString();
    }

    /// Packets and bytes of each interface, by its name.
    public Map<String, InterfaceCounters> counters() {
        return InterfaceCounters.parse(call(() -> Files.readString(Path.of("/proc/thread-self/net/dev"))));
    }

    /// Runs Java code inside the namespace, on a platform thread of its own: sockets that it opens belong to the
    /// namespace, and go on doing so on whatever thread they are used later (a [java.net.Socket] is made when it
    /// connects, a channel when it is opened). What the code throws is thrown on:
    /// an [IOException] as [UncheckedIOException], another checked exception as [IllegalStateException].
    public <T> T call(Callable<T> code) {
        return NamespaceThread.call(path(), code);
    }

    @Override
    public String toString() {
        return name;
    }
}
