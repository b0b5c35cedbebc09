package io.porterlb.test.cluster.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Imports images.
@Command(
        name = "load",
        description = "Import image archives (docker-archive, or OCI layouts as tar files) into every node.")
final class LoadCommand implements Callable<Integer> {
    @Mixin
    private final ClusterName name = new ClusterName();

    @Parameters(arity = "1..*", paramLabel = "IMAGE.tar", description = "The archives.")
    private List<Path> archives = List.of();

    @Override
    public Integer call() {
        archives.stream().filter(archive -> !Files.isReadable(archive)).forEach(archive -> {
            throw new IllegalArgumentException("can't read the image archive " + archive + ": no such file");
        });
        var cluster = name.running();
        archives.forEach(cluster::load);
        return 0;
    }
}
