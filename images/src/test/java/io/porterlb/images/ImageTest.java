package io.porterlb.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.porterlb.images.process.Folders;
import io.porterlb.images.process.Tool;
import io.porterlb.images.program.BuiltModule;
import io.porterlb.images.program.ProgramFiles;
import io.porterlb.images.program.ProgramImage;
import io.porterlb.images.program.Sandbox;
import io.porterlb.images.runtime.JavaRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cyclonedx.Version;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The images as `hack/image` builds them, seen from outside.
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageTest {
    private static final Path SOURCES = Path.of(System.getProperty("porterlb.root"));
    private static final long MEBIBYTE = 1 << 20;

    @TempDir
    static Path folder;

    private final Map<ProgramImage, BuiltImage> images = new EnumMap<>(ProgramImage.class);

    @BeforeAll
    void build() {
        for (ProgramImage program : ProgramImage.values()) {
            images.put(program, build(program, "a"));
        }
    }

    private BuiltImage build(ProgramImage program, String out) {
        return into(out).build(program);
    }

    private static ImageBuild into(String out) {
        return new ImageBuild(SOURCES, folder.resolve(out), "0.1.0");
    }

    @ParameterizedTest
    @EnumSource
    void theSameSourcesGiveTheSameDigest(ProgramImage program) {
        assertEquals(image(program).digest(), build(program, "b").digest());
    }

    @ParameterizedTest
    @EnumSource
    void theConfigurationSaysWhoRunsWhat(ProgramImage program) throws IOException {
        JsonObject manifest = blob(program, image(program).digest());
        JsonObject config = blob(
                        program,
                        manifest.getAsJsonObject("config").get("digest").getAsString())
                .getAsJsonObject("config");
        assertEquals(program.user(), config.get("User").getAsString());
        assertEquals(
                "[\"/opt/java/bin/java\",\"@/app/java.options\",\"" + program.mainClass() + "\"]",
                config.get("Entrypoint").toString());
        assertEquals(
                program.imageName(),
                config.getAsJsonObject("Labels")
                        .get("org.opencontainers.image.title")
                        .getAsString());
    }

    private JsonObject blob(ProgramImage program, String digest) throws IOException {
        Path layout = folder.resolve("a").resolve(program.imageName());
        return JsonParser.parseString(Files.readString(layout.resolve("blobs").resolve(digest.replace(':', '/'))))
                .getAsJsonObject();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSetuidAndOnlyTmpCanBeWritten(ProgramImage program) throws IOException {
        String layers = layerListing(program);
        assertEquals(
                List.of(),
                layers.lines().filter(l -> l.substring(0, 10).contains("s")).toList());
        assertEquals(
                List.of("tmp/"),
                layers.lines()
                        .filter(line -> line.charAt(8) == 'w')
                        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                        .toList());
        assertTrue(layers.lines().allMatch(line -> line.contains(" 0/0 ")), layers);
    }

    /// As tar(1) lists the layers' files.
    private String layerListing(ProgramImage program) throws IOException {
        StringBuilder listing = new StringBuilder();
        for (var layer : blob(program, image(program).digest()).getAsJsonArray("layers")) {
            String digest = layer.getAsJsonObject().get("digest").getAsString();
            Path file = folder.resolve("a")
                    .resolve(program.imageName())
                    .resolve("blobs")
                    .resolve(digest.replace(':', '/'));
            listing.append(
                    Tool.run("tar", "--warning=no-unknown-keyword", "--numeric-owner", "-tvzf", file.toString()));
        }
        return listing.toString();
    }

    @ParameterizedTest
    @EnumSource
    void theProgramStartsInAReadOnlyRootWithItsCache(ProgramImage program) throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        List<String> command = List.of(
                JavaRuntime.LAUNCHER, "-XX:AOTMode=on", "@" + ProgramFiles.OPTIONS, program.mainClass(), "--version");
        String output = new Sandbox(image(program).root(), empty, empty).run(command);
        assertTrue(output.startsWith("PorterLB 0.1.0"), output);
        assertEquals(1, output.lines().count(), output);
        assertEquals(List.of(), Folders.below(empty));
    }

    @ParameterizedTest
    @EnumSource
    void theCacheIsMadeOfTheClassesThatTheProgramLoads(ProgramImage program) {
        ImageBuild build = into("trained");
        double share = build.train(program).shareIn(build.classList(program).read());
        assertTrue(share > 0.9, "of the classes only " + share + " are in images/classes: run hack/image --train");
    }

    @ParameterizedTest
    @EnumSource
    void theSbomIsValidAndNamesEveryJarAndTheJdk(ProgramImage program) throws Exception {
        Path file = folder.resolve("a").resolve(program.imageName() + ".cdx.json");
        var parser = new org.cyclonedx.parsers.JsonParser();
        assertEquals(List.of(), parser.validate(file.toFile(), Version.VERSION_16));
        var components = parser.parse(file.toFile()).getComponents();
        var jars =
                components.stream().map(c -> c.getName() + "-" + c.getVersion()).collect(Collectors.toSet());
        for (Path jar : BuiltModule.of(SOURCES, program.module()).jars()) {
            String name = jar.getFileName().toString().replaceAll("(-linux-\\w+)?\\.jar$", "");
            assertTrue(jars.contains(name), name + " in " + jars);
        }
        assertTrue(jars.contains("OpenJDK-" + Runtime.version()), jars.toString());
        assertTrue(components.stream().anyMatch(c -> c.getName().equals("libc6")));
    }

    @ParameterizedTest
    @EnumSource
    void anImageHasNoMoreThan150Mebibytes(ProgramImage program) {
        assertTrue(image(program).unpackedSize() <= 150 * MEBIBYTE, () -> image(program) + " is too big");
    }

    @ParameterizedTest
    @EnumSource(names = "AGENT")
    void thePacketToolsOfTheAgentStart(ProgramImage program) throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Sandbox sandbox = new Sandbox(image(program).root(), empty, empty);
        for (String tool : List.of("nft", "iptables", "iptables-legacy", "ip6tables-nft-restore")) {
            String output = sandbox.run(List.of("/usr/sbin/" + tool, "--version"));
            assertTrue(output.contains(" v1."), output);
        }
    }

    private BuiltImage image(ProgramImage program) {
        return java.util.Objects.requireNonNull(images.get(program));
    }
}
