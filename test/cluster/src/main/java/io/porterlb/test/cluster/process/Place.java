package io.porterlb.test.cluster.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where processes of one part of the test bed run, and where their traces are kept.
///
/// @param role the part's name, as `node1`
/// @param entry the words before a command that start it there (namespaces)
/// @param cgroup what every process there is put in
/// @param runFolder the cluster's folder: logs go to `logs/ROLE/NAME.log`
public record Place(String role, List<String> entry, Cgroup cgroup, Path runFolder) {
    public Place {
        entry = List.copyOf(entry);
    }

    List<String> command(List<String> words) {
        var all = new ArrayList<>(entry);
        all.addAll(words);
        return all;
    }

    Path log(String process) {
        return runFolder.resolve("logs").resolve(role).resolve(process + ".log");
    }

    Path recordFile(String process) {
        return runFolder.resolve("processes").resolve(role).resolve(process + ".json");
    }
}
