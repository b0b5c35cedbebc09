package io.porterlb.test.cluster.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What a cluster's namespaces are called: `porterlb.CLUSTER.ROLE`. No name holds a dot itself, so that one cluster's
/// are told from those of another.
///
/// @param cluster the cluster's name
public record Names(String cluster) {
    /// The prefix of everything that a cluster has a name for outside its run folder.
    public String prefix() {
        return "porterlb." + cluster;
    }

    public NetworkNamespace namespace(String role) {
        return new NetworkNamespace(prefix() + "." + role);
    }

    /// The namespaces of this cluster that exist.
    public List<NetworkNamespace> existing() {
        Path folder = Path.of("/run/netns");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix() + "."))
                    .map(NetworkNamespace::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
