package io.porterlb.test.cluster;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.porterlb.test.cluster.process.Command;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/// An image with busybox alone in it, as an OCI image layout (image-spec v1.1, image-layout.md).
record OciLayout(Path folder) {
    private static final String TYPE = "application/vnd.oci.image.";

    /// Writes the layout as a tar file.
    ///
    /// @param annotation of the manifest in the index, which gives the image its name
    Path write(String annotation, String name) throws Exception {
        Path root = Files.createDirectories(folder.resolve("root/bin"));
        Files.copy(Path.of("/bin/busybox"), root.resolve("busybox"));
        Path layer = folder.resolve("layer.tar");
        Command.of("tar", "-C", folder.resolve("root").toString(), "-cf", layer.toString(), "bin")
                .run();
        byte[] bytes = Files.readAllBytes(layer);
        JsonObject index = descriptor("manifest.v1+json", manifest(bytes).toString());
        JsonObject annotations = new JsonObject();
        annotations.addProperty(annotation, name);
        index.add("annotations", annotations);
        Files.writeString(folder.resolve("oci-layout"), "{\"imageLayoutVersion\": \"1.0.0\"}");
        Files.writeString(folder.resolve("index.json"), "{\"schemaVersion\": 2, \"manifests\": " + array(index) + "}");
        Path archive = folder.resolve("image.tar");
        Command.of("tar", "-C", folder.toString(), "-cf", archive.toString(), "oci-layout", "index.json", "blobs")
                .run();
        return archive;
    }

    private JsonObject manifest(byte[] layer) throws Exception {
        String config = """
                {"architecture": "%s", "os": "linux",
                 "config": {"Entrypoint": ["/bin/busybox"], "Cmd": ["echo", "from an OCI layout"]},
                 "rootfs": {"type": "layers", "diff_ids": ["sha256:%s"]}}
                """.formatted(architecture(), digest(layer));
        var manifest = new JsonObject();
        manifest.addProperty("schemaVersion", 2);
        manifest.addProperty("mediaType", TYPE + "manifest.v1+json");
        manifest.add("config", descriptor("config.v1+json", config));
        manifest.add("layers", array(descriptor("layer.v1.tar", layer)));
        return manifest;
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("aarch64") ? "arm64" : name;
    }

    private JsonObject descriptor(String type, String text) throws Exception {
        return descriptor(type, text.getBytes(StandardCharsets.UTF_8));
    }

    private JsonObject descriptor(String type, byte[] content) throws Exception {
        store(content);
        return JsonParser.parseString("{\"mediaType\": \"%s\", \"digest\": \"sha256:%s\", \"size\": %d}"
                        .formatted(TYPE + type, digest(content), content.length))
                .getAsJsonObject();
    }

    private void store(byte[] content) throws Exception {
        Path blobs = Files.createDirectories(folder.resolve("blobs/sha256"));
        Files.write(blobs.resolve(digest(content)), content);
    }

    private static JsonArray array(JsonObject only) {
        var array = new JsonArray();
        array.add(only);
        return array;
    }

    private static String digest(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
