package io.porterlb.images;

import io.porterlb.images.aot.AotCache;
import io.porterlb.images.aot.ClassList;
import io.porterlb.images.aot.ClassListFile;
import io.porterlb.images.oci.OciImage;
import io.porterlb.images.process.Folders;
import io.porterlb.images.process.Release;
import io.porterlb.images.program.BuiltModule;
import io.porterlb.images.program.ProgramFiles;
import io.porterlb.images.program.ProgramImage;
import io.porterlb.images.root.Root;
import io.porterlb.images.root.SystemFiles;
import io.porterlb.images.runtime.JavaRuntime;
import io.porterlb.images.sbom.Sbom;
import io.porterlb.images.training.TrainingRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Builds one image from the built modules of a source tree.
///
/// @param sources the source tree's root
/// @param out where the image goes
/// @param tag of the image
public record ImageBuild(Path sources, Path out, String tag) {
    private static final String REGISTRY = "ghcr.io/porterlb/";

    /// Builds it.
    public BuiltImage build(ProgramImage program) {
        Path work = Folders.fresh(work(program));
        Root root = new Root(Folders.fresh(root(program)));
        BuiltModule module = BuiltModule.of(sources, program.module());
        SystemFiles system = fill(root, program, module, work);
        addCache(root, program, work);
        Sbom.write(module.bom(), name(program), system.packages(), out.resolve(program.imageName() + ".cdx.json"));
        return write(program, root, work);
    }

    /// Writes the image with the files that another build has made, by the tag of this one: the same layers, in about a
    /// second.
    ///
    /// @param built has built this program before, in this process or another
    public BuiltImage tag(ProgramImage program, ImageBuild built) {
        return write(program, new Root(built.root(program)), built.work(program));
    }

    private BuiltImage write(ProgramImage program, Root root, Path work) {
        Path tar = out.resolve(program.imageName() + ".tar");
        String digest = new OciImage(name(program), program.user(), entrypoint(program), labels(program))
                .write(root, tar, out.resolve(program.imageName()), work);
        return new BuiltImage(name(program), digest, root, tar);
    }

    private Path work(ProgramImage program) {
        return out.resolve(".work").resolve(program.imageName());
    }

    private Path root(ProgramImage program) {
        return work(program).resolve("root");
    }

    private String name(ProgramImage program) {
        return REGISTRY + program.imageName() + ":" + tag;
    }

    private SystemFiles fill(Root root, ProgramImage program, BuiltModule module, Path work) {
        SystemFiles system = new SystemFiles(root);
        system.addAccounts();
        JavaRuntime.add(root, work.resolve("runtime"));
        ProgramFiles.add(root, module, flags());
        if (program.packetTools()) {
            system.addPacketTools();
        }
        system.addSharedLibraries();
        root.setTimes(Release.current().time());
        return system;
    }

    private List<String> flags() {
        try (var lines = Files.lines(sources.resolve("images/java.options"))) {
            return lines.filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lets a program do its work in a fresh image, and tells which classes it loads.
    ClassList train(ProgramImage program) {
        Path work = Folders.fresh(out.resolve(".work").resolve(program.imageName() + "-training"));
        Root root = new Root(Folders.fresh(work.resolve("root")));
        fill(root, program, BuiltModule.of(sources, program.module()), work);
        BuiltModule router = BuiltModule.of(sources, ProgramImage.PORTERCTL.module());
        return AotCache.train(new TrainingRun(root, program, router, work));
    }

    /// The list of a program's classes that the source tree keeps.
    ClassListFile classList(ProgramImage program) {
        return new ClassListFile(sources.resolve("images/classes"), program);
    }

    private void addCache(Root root, ProgramImage program, Path work) {
        AotCache.make(root, classList(program).read(), Folders.fresh(work.resolve("dump")));
        ProgramFiles.useCache(root);
        root.setTimes(Release.current().time());
    }

    /// `java` by name, so that a Pod gives its arguments only.
    static List<String> entrypoint(ProgramImage program) {
        return List.of(JavaRuntime.LAUNCHER, "@" + ProgramFiles.OPTIONS, program.mainClass());
    }

    private Map<String, String> labels(ProgramImage program) {
        return Map.of(
                "org.opencontainers.image.title",
                program.imageName(),
                "org.opencontainers.image.description",
                "PorterLB, the load balancer for Kubernetes on bare metal",
                "org.opencontainers.image.version",
                tag,
                "org.opencontainers.image.created",
                Release.current().time().toString(),
                "org.opencontainers.image.licenses",
                "Apache-2.0",
                "org.opencontainers.image.source",
                "https://github.com/porterlb/porter");
    }
}
