package io.porterlb.test.e2e.footprint;

import io.porterlb.test.cluster.network.NetworkNamespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Programs in a machine's network that have java in their command line, as ours have, in a Pod or not.
final class JavaProcesses {
    private JavaProcesses() {}

    static List<String> in(NetworkNamespace namespace) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            String network = "net:[" + Files.getAttribute(namespace.path(), "unix:ino") + "]";
            List<String> found = new ArrayList<>();
            for (Path process : processes) {
                if (network(process).equals(network) && command(process).contains("java")) {
                    found.add(command(process));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String network(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("ns/net")).toString();
        } catch (IOException ended) {
            return "";
        }
    }

    private static String command(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"))
                    .replace('\0', ' ')
                    .strip();
        } catch (IOException ended) {
            return "";
        }
    }
}
