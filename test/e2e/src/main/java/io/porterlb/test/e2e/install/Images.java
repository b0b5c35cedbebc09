package io.porterlb.test.e2e.install;

import io.porterlb.images.ImageBuild;
import io.porterlb.images.program.ProgramImage;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.process.Parallel;
import io.porterlb.test.cluster.programs.FileLock;
import java.nio.file.Path;
import java.util.List;

/// The images of this checkout, from the jars that the build has made. They are in `test/e2e/target/images`, and are
/// built by the first who wants them after something has changed that they are made of, in whatever JVM. May be used
/// from any thread.
///
/// @param tag what follows their names
public record Images(String tag) {
    private static final String CHART_TAG = "0.1.0";
    private static final List<ProgramImage> PROGRAMS = List.of(ProgramImage.values());

    /// Those that the chart names.
    public static Images current() {
        return new Images(CHART_TAG);
    }

    /// The same programs as another version, for an upgrade (`image.tag=TAG`): the same layers, another digest.
    public static Images tagged(String tag) {
        return new Images(tag);
    }

    /// Gives them to every node of a cluster.
    public void load(KubernetesCluster cluster) {
        archives().forEach(cluster::load);
    }

    /// The archives, built where they are not there.
    public List<Path> archives() {
        try (FileLock _ = FileLock.take(root().resolve(".lock"))) {
            provide();
        }
        return PROGRAMS.stream().map(this::archive).toList();
    }

    private void provide() {
        ImageStamp inputs = ImageStamp.of(SourceTree.root());
        if (!tag.equals(CHART_TAG)) {
            current().provide();
        }
        if (!inputs.isIn(folder())) {
            ImageStamp.remove(folder());
            Parallel.each(PROGRAMS, this::build);
            inputs.write(folder());
        }
    }

    private void build(ProgramImage program) {
        if (tag.equals(CHART_TAG)) {
            build().build(program);
        } else {
            build().tag(program, current().build());
        }
    }

    private ImageBuild build() {
        return new ImageBuild(SourceTree.root(), folder(), tag);
    }

    private Path archive(ProgramImage program) {
        return folder().resolve(program.imageName() + ".tar");
    }

    private Path folder() {
        return root().resolve(tag);
    }

    private static Path root() {
        return SourceTree.path("test/e2e").resolve("target/images");
    }
}
