package io.porterlb.test.cluster.programs;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.porterlb.test.cluster.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A container image as a docker-archive: a tar of one layer, its config, and `manifest.json`, as the
/// [image specification v1.2](https://github.com/moby/docker-image-spec) describes them. No container engine is needed.
///
/// @param names the image's names with their tags
/// @param entrypoint what a container runs
/// @param arguments its arguments, where the Pod gives none; `Cmd` of the image
record ImageArchive(List<String> names, List<String> entrypoint, List<String> arguments) {
    /// Writes the archive of everything below a folder, whole or not at all.
    void write(Path root, Path archive) {
        try {
            Path parts = Files.createTempDirectory(archive.getParent(), "image-");
            tar(root, parts.resolve("layer.tar"), ".");
            Files.writeString(
                    parts.resolve("config.json"),
                    config(sha256(parts.resolve("layer.tar"))).toString());
            Files.writeString(parts.resolve("manifest.json"), manifest().toString());
            Path unfinished = parts.resolve("image.tar");
            tar(parts, unfinished, "manifest.json", "config.json", "layer.tar");
            Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
            Command.of("rm", "-rf", parts.toString()).run();
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the image " + archive + ": " + e.getMessage(), e);
        }
    }

    /// The same bytes for the same files: sorted, of root, without times.
    private static void tar(Path folder, Path file, String... members) {
        var words = new java.util.ArrayList<>(List.of(
                "tar",
                "--sort=name",
                "--owner=0",
                "--group=0",
                "--numeric-owner",
                "--mtime=@0",
                "-C",
                folder.toString(),
                "-cf",
                file.toString()));
        words.addAll(List.of(members));
        Command.of(words).run();
    }

    private JsonObject config(String layerDigest) {
        var run = new JsonObject();
        run.add("Entrypoint", array(entrypoint));
        run.add("Cmd", array(arguments));
        run.add("Env", array(List.of("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")));
        var layers = new JsonObject();
        layers.addProperty("type", "layers");
        layers.add("diff_ids", array(List.of("sha256:" + layerDigest)));
        var config = new JsonObject();
        config.addProperty("architecture", architecture());
        config.addProperty("os", "linux");
        config.add("config", run);
        config.add("rootfs", layers);
        return config;
    }

    /// Go's name of this machine's architecture.
    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("aarch64") ? "arm64" : name;
    }

    private JsonArray manifest() {
        var image = new JsonObject();
        image.addProperty("Config", "config.json");
        image.add("RepoTags", array(names));
        image.add("Layers", array(List.of("layer.tar")));
        var manifest = new JsonArray();
        manifest.add(image);
        return manifest;
    }

    private static JsonArray array(List<String> texts) {
        var array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    private static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
