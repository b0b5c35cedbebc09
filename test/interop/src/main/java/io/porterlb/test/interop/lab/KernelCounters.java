package io.porterlb.test.interop.lab;

import io.porterlb.test.cluster.network.NetworkNamespace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a namespace's kernel counts about TCP (nstat(8)).
public final class KernelCounters {
    private static final Path FILE = Path.of("/proc/thread-self/net/netstat");
    private static final String TCP = "TcpExt: ";

    private KernelCounters() {}

    /// The value of a counter.
    ///
    /// @param name as in `TcpExtTCPMD5Failure`, without `TcpExt`
    public static long tcp(NetworkNamespace namespace, String name) {
        return parse(namespace.call(() -> Files.readAllLines(FILE)), name);
    }

    /// The file has two lines a group: names, then values.
    static long parse(List<String> lines, String name) {
        List<List<String>> group = lines.stream()
                .filter(line -> line.startsWith(TCP))
                .map(line -> List.of(line.split(" ", -1)))
                .toList();
        int column = group.getFirst().indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("this kernel has no counter TcpExt" + name);
        }
        return Long.parseLong(group.getLast().get(column));
    }
}
