package io.porterlb.test.cluster;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.porterlb.test.cluster.fabric.FabricKind;
import io.porterlb.test.cluster.fabric.FabricSpec;
import io.porterlb.test.cluster.kubernetes.ProxyMode;
import io.porterlb.test.cluster.process.ProcessId;
import io.porterlb.test.cluster.process.WholeFile;
import io.porterlb.test.cluster.programs.FileLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder of one cluster: `/var/tmp/porterlb-cluster/NAME`. It holds everything that the cluster writes, and
/// `cluster.json`, which says what it is and whose. Not below `/run`, `/var/lib` or `/var/log`, which look different
/// from inside a node; and short, because sockets are in it (unix(7): 108 bytes).
record RunFolder(String name) {
    private static final Path ALL = Path.of("/var/tmp/porterlb-cluster");
    private static final String STATE = "cluster.json";

    RunFolder {
        ClusterSpec.requireName(name);
    }

    /// What `cluster.json` says.
    ///
    /// @param owner the process that it ends with; a kept cluster has none once it is up
    record State(ClusterSpec spec, Optional<ProcessId> owner) {
        /// Whether the process that it should have ended with has ended before it.
        boolean isLeftOver() {
            return owner.filter(id -> !id.isAlive()).isPresent();
        }
    }

    Path path() {
        return ALL.resolve(name);
    }

    /// Keeps others, for the moment of deciding whose a name is and of removing what was, from doing the same.
    static FileLock lock() {
        return FileLock.take(ALL.resolve(".lock"));
    }

    /// The folders that exist.
    static List<RunFolder> existing() {
        if (!Files.isDirectory(ALL)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> new RunFolder(folder.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(State state) {
        try {
            WholeFile.write(path().resolve(STATE), toJson(state).toString());
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + path() + ": " + e.getMessage(), e);
        }
    }

    /// Empty where no cluster of this name was started.
    Optional<State> read() {
        Path file = path().resolve(STATE);
        try {
            return Files.exists(file) ? Optional.of(parse(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file + ": " + e.getMessage(), e);
        }
    }

    static JsonObject toJson(State state) {
        ClusterSpec spec = state.spec();
        var json = new JsonObject();
        json.addProperty("name", spec.name());
        json.addProperty("nodes", spec.nodes());
        json.addProperty("ipv6", spec.ipv6());
        json.addProperty("proxyMode", spec.proxyMode().name());
        json.addProperty("fabric", spec.fabric().kind().name());
        json.addProperty("nodeAs", spec.fabric().nodeAs());
        json.addProperty("bfd", spec.fabric().bfd());
        json.addProperty("snooping", spec.fabric().snooping());
        json.addProperty("cni", spec.cni());
        json.addProperty("dns", spec.dns());
        state.owner().ifPresent(owner -> {
            json.addProperty("ownerPid", owner.pid());
            json.addProperty("ownerStartTicks", owner.startTicks());
        });
        return json;
    }

    /// Clusters of older checkouts are read too: they say nothing of CNI, and have it, or of DNS and
    /// snooping, and lack it.
    static State parse(String text) {
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();
        var fabric = new FabricSpec(
                FabricKind.valueOf(json.get("fabric").getAsString()),
                json.get("nodeAs").getAsLong(),
                json.get("bfd").getAsBoolean(),
                json.has("snooping") && json.get("snooping").getAsBoolean());
        var spec = new ClusterSpec(
                json.get("name").getAsString(),
                json.get("nodes").getAsInt(),
                json.get("ipv6").getAsBoolean(),
                ProxyMode.valueOf(json.get("proxyMode").getAsString()),
                fabric,
                !json.has("cni") || json.get("cni").getAsBoolean(),
                json.has("dns") && json.get("dns").getAsBoolean());
        return new State(spec, owner(json));
    }

    private static Optional<ProcessId> owner(JsonObject json) {
        return json.has("ownerPid")
                ? Optional.of(new ProcessId(
                        json.get("ownerPid").getAsLong(),
                        json.get("ownerStartTicks").getAsLong()))
                : Optional.empty();
    }
}
