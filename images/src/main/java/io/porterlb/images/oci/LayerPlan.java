package io.porterlb.images.oci;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import io.porterlb.images.program.ProgramFiles;
import io.porterlb.images.root.Root;
import io.porterlb.images.runtime.JavaRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// How an image is cut into layers: what changes seldom and is the same in several images comes first.
enum LayerPlan {
    SYSTEM(""),
    RUNTIME(JavaRuntime.HOME),
    LIBRARIES(ProgramFiles.JARS),
    PROGRAM("/app"),
    CACHE(ProgramFiles.CACHE);

    private static final String OUR_JARS = ProgramFiles.JARS + "/porterlb-";

    private final String prefix;

    LayerPlan(String prefix) {
        this.prefix = prefix;
    }

    /// The layer with the longest prefix of a path, but that our own jars go with the program.
    private static LayerPlan of(String path) {
        if (path.startsWith(OUR_JARS)) {
            return PROGRAM;
        }
        return Arrays.stream(values())
                .filter(layer -> path.equals(layer.prefix) || path.startsWith(layer.prefix + "/"))
                .max(Comparator.comparingInt(layer -> layer.prefix.length()))
                .orElseThrow();
    }

    /// The layers of a root file system, of root, all files of the same time.
    static List<FileEntriesLayer> layers(Root root, Instant time) {
        List<Path> files = root.files();
        return Arrays.stream(values())
                .map(layer -> layer.build(root, files, time))
                .toList();
    }

    private FileEntriesLayer build(Root root, List<Path> files, Instant time) {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name().toLowerCase(java.util.Locale.ROOT));
        for (Path file : files) {
            String path = root.pathOf(file);
            if (of(path) == this) {
                layer.addEntry(file, AbsoluteUnixPath.get(path), permissions(file), time, "0:0");
            }
        }
        return layer.build();
    }

    /// Nothing in an image is for one user, and only `/tmp` can be written.
    private static FilePermissions permissions(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                return FilePermissions.fromOctalString("777");
            }
            boolean runs = permissions.contains(PosixFilePermission.OWNER_EXECUTE);
            return FilePermissions.fromOctalString(runs ? "755" : "644");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
