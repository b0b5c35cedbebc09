package io.porterlb.images;

import io.porterlb.images.process.ImageException;
import io.porterlb.images.process.Release;
import io.porterlb.images.program.ProgramImage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The program behind `hack/image`.
@Command(
        name = "hack/image",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Builds OCI images of the programs, without a container engine.",
        footer = {
            "",
            "Writes NAME.tar (an OCI image layout), NAME/ (the same as a folder) and NAME.cdx.json (what is inside).",
            "Exit status: 0 done, 1 failed, 2 wrong arguments or something is missing on this machine."
        })
public final class ImageCommand implements Callable<Integer> {
    private static final int MEBIBYTE = 1 << 20;

    @Parameters(
            paramLabel = "IMAGE",
            arity = "0..*",
            converter = ImageName.class,
            description = "porter-manager, porter-agent or porterctl. Default: all.")
    private List<ProgramImage> programs = List.of(ProgramImage.values());

    @Option(names = "--tag", paramLabel = "TAG", description = "Tag of the images. Default: the version.")
    private @Nullable String tag;

    @Option(names = "--out", paramLabel = "DIR", description = "Where they go. Default: target/images.")
    private @Nullable Path out;

    @Option(
            names = "--train",
            description = "Let the programs run before a stub API server first, and renew the lists of classes in"
                    + " images/classes, from which AOT caches are made.")
    private boolean train;

    private ImageCommand() {}

    public static void main(String... arguments) {
        System.exit(new CommandLine(new ImageCommand())
                .setExecutionExceptionHandler((failure, command, _) -> report(failure, command.getErr()))
                .execute(arguments));
    }

    private static int report(Exception failure, PrintWriter err) {
        err.println("hack/image: "
                + (failure instanceof ImageException
                        ? Objects.requireNonNull(failure.getMessage())
                        : failure.toString()));
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public Integer call() {
        Path sources = Path.of(System.getProperty("porterlb.root", ""));
        ImageBuild build = new ImageBuild(
                sources,
                Optional.ofNullable(out)
                        .orElse(sources.resolve("target/images"))
                        .toAbsolutePath(),
                Optional.ofNullable(tag).orElseGet(Release.current()::tag));
        if (train) {
            programs.forEach(program -> build.classList(program).write(build.train(program)));
        }
        programs.forEach(program -> print(build.build(program)));
        return CommandLine.ExitCode.OK;
    }

    private static void print(BuiltImage image) {
        System.out.printf("%s %s %d MiB%n", image.name(), image.digest(), image.unpackedSize() / MEBIBYTE);
    }

    static final class ImageName implements CommandLine.ITypeConverter<ProgramImage> {
        @Override
        public ProgramImage convert(String name) {
            return ProgramImage.named(name)
                    .orElseThrow(() -> new CommandLine.TypeConversionException(
                            "there is no image '" + name + "'; there are porter-manager, porter-agent and porterctl"));
        }
    }
}
