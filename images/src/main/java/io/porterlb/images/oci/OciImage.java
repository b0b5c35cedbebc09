package io.porterlb.images.oci;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import io.porterlb.images.process.Folders;
import io.porterlb.images.process.ImageException;
import io.porterlb.images.process.Release;
import io.porterlb.images.process.Tool;
import io.porterlb.images.root.Root;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/// An image in the [OCI image layout](https://github.com/opencontainers/image-spec/blob/v1.1.0/image-layout.md).
///
/// @param name with registry and tag
/// @param user numeric user and group
/// @param entrypoint what a container runs, before the arguments of its Pod
/// @param labels of the configuration
public record OciImage(String name, String user, List<String> entrypoint, Map<String, String> labels) {
    /// Writes the layout as a tar file and as a folder.
    ///
    /// @param work a folder for what comes and goes
    /// @return the manifest's digest, `sha256:…`
    public String write(Root root, Path tar, Path layout, Path work) {
        try {
            String digest = Jib.fromScratch()
                    .setFormat(ImageFormat.OCI)
                    .setPlatforms(Set.of(new Platform(architecture(), "linux")))
                    .setFileEntriesLayers(
                            LayerPlan.layers(root, Release.current().time()))
                    .setCreationTime(Release.current().time())
                    .setUser(user)
                    .setEntrypoint(entrypoint)
                    .setLabels(labels)
                    .addEnvironmentVariable("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
                    .containerize(Containerizer.to(TarImage.at(tar).named(name))
                            .setOfflineMode(true)
                            .setToolName("porterlb")
                            .setBaseImageLayersCache(work.resolve("cache"))
                            .setApplicationLayersCache(work.resolve("cache")))
                    .getDigest()
                    .toString();
            Folders.fresh(layout);
            Tool.run("tar", "-xf", tar.toString(), "-C", layout.toString());
            return digest;
        } catch (InvalidImageReferenceException
                | RegistryException
                | CacheDirectoryCreationException
                | ExecutionException
                | IOException e) {
            throw new ImageException("can't write the image " + name + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageException("writing the image " + name + " was interrupted", e);
        }
    }

    /// Go's name of this machine's architecture.
    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("aarch64") ? "arm64" : name;
    }
}
