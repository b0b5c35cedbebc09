package io.porterlb.test.cluster.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.porterlb.test.cluster.process.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void versionIsTheOneThatGoModRequires() {
        assertEquals("v1.35.4", GoModule.version("""
                require (
                	k8s.io/kubelet v0.35.4 // indirect
                	k8s.io/kubernetes v1.35.4 // indirect
                )
                replace k8s.io/api => k8s.io/api v0.35.4
                """, "k8s.io/kubernetes"));
        assertEquals("v3.20.0", GoModule.version("require helm.sh/helm/v3 v3.20.0", "helm.sh/helm/v3"));
        assertThrows(IllegalStateException.class, () -> GoModule.version("module x\n", "helm.sh/helm/v3"));
    }

    @Test
    void programsSayTheirVersion() {
        String variable = " -X k8s.io/component-base/version.";
        assertEquals(
                "-s -w" + variable + "gitVersion=v1.35.4" + variable + "gitMajor=1" + variable + "gitMinor=35",
                KubernetesPrograms.linkerFlags("v1.35.4"));
    }

    @Test
    void librariesAreThePathsThatLddNames() {
        assertEquals(
                List.of("/lib/x86_64-linux-gnu/libc.so.6", "/lib64/ld-linux-x86-64.so.2"),
                RootFilesystem.parseLdd("""
                	linux-vdso.so.1 (0x00007ffd2c5d7000)
                	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f2a4b800000)
                	/lib64/ld-linux-x86-64.so.2 (0x00007f2a4ba1a000)
                """));
    }

    @Test
    void archiveNamesItsConfigItsLayerAndItsImage() throws Exception {
        Path root = Files.createDirectories(folder.resolve("root"));
        new RootFilesystem(root).text("/etc/motd", "hello\n").link("/etc/issue", "motd");
        Path archive = folder.resolve("image.tar");
        new ImageArchive(List.of("example.org/x:1"), List.of("/x"), List.of()).write(root, archive);

        var manifest = JsonParser.parseString(member(archive, "manifest.json"))
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject();
        assertEquals(
                "example.org/x:1", manifest.getAsJsonArray("RepoTags").get(0).getAsString());
        String config = member(archive, manifest.get("Config").getAsString());
        assertTrue(config.contains("\"Entrypoint\":[\"/x\"]"), config);
        Command.of("tar", "-C", folder.toString(), "-xf", archive.toString()).run();
        String layer =
                Command.of("sha256sum", folder.resolve("layer.tar").toString()).run();
        assertTrue(config.contains("sha256:" + layer.substring(0, 64)), config);
        assertEquals(
                "hello\n",
                Command.of("tar", "-xOf", folder.resolve("layer.tar").toString(), "./etc/motd")
                        .run());
    }

    private static String member(Path archive, String name) {
        return Command.of("tar", "-xOf", archive.toString(), name).run();
    }

    @Test
    void lockKeepsASecondThreadOutUntilItIsClosed() throws Exception {
        Path file = folder.resolve("lock");
        var order = new java.util.concurrent.ConcurrentLinkedQueue<String>();
        Thread second;
        try (FileLock _ = FileLock.take(file)) {
            second = Thread.ofPlatform().start(() -> {
                try (FileLock _ = FileLock.take(file)) {
                    order.add("second");
                }
            });
            order.add("first");
        }
        second.join();
        assertEquals(List.of("first", "second"), List.copyOf(order));
    }
}
