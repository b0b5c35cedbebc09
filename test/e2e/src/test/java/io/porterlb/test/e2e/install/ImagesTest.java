package io.porterlb.test.e2e.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Images are built once, and once more by another tag without being built.
@Tag("cluster")
class ImagesTest {
    private static final String NEXT = "0.1.1";

    @Test
    void whatIsThereIsNotBuiltAgain() throws IOException {
        Path image = Images.current().archives().getFirst();
        FileTime made = Files.getLastModifiedTime(image);
        assertEquals(made, Files.getLastModifiedTime(Images.current().archives().getFirst()));
    }

    @Test
    void anotherTagIsTheSameLayersByAnotherNameAndVersion() throws IOException {
        List<Path> current = Images.current().archives();
        List<Path> next = Images.tagged(NEXT).archives();
        for (int i = 0; i < current.size(); i++) {
            Layout before = Layout.of(current.get(i));
            Layout after = Layout.of(next.get(i));
            assertEquals(before.manifest().get("layers"), after.manifest().get("layers"));
            assertEquals(before.ref().replace(":0.1.0", ":" + NEXT), after.ref());
            assertNotEquals(before.digest(), after.digest());
            assertEquals("0.1.0", before.version());
            assertEquals(NEXT, after.version());
        }
    }

    /// The chart's appVersion is what an installation asks for where no tag is given.
    @Test
    void theChartNamesTheCurrentOnes() throws IOException {
        String chart = Files.readString(SourceTree.path("manifests/helm/porterlb/Chart.yaml"));
        String appVersion = chart.lines()
                .filter(line -> line.startsWith("appVersion: "))
                .findFirst()
                .orElseThrow()
                .substring("appVersion: ".length())
                .replace("\"", "");
        assertEquals(appVersion, Images.current().tag());
    }

    /// The image layout beside an archive, which has the same files.
    private record Layout(Path folder, JsonObject entry, JsonObject manifest) {
        static Layout of(Path archive) throws IOException {
            String name = archive.toString();
            Path folder = Path.of(name.substring(0, name.length() - ".tar".length()));
            JsonObject entry = read(folder.resolve("index.json"))
                    .getAsJsonArray("manifests")
                    .get(0)
                    .getAsJsonObject();
            return new Layout(folder, entry, blob(folder, entry.get("digest")));
        }

        String digest() {
            return entry.get("digest").getAsString();
        }

        String ref() {
            return entry.getAsJsonObject("annotations")
                    .get("org.opencontainers.image.ref.name")
                    .getAsString();
        }

        String version() throws IOException {
            return blob(folder, manifest.getAsJsonObject("config").get("digest"))
                    .getAsJsonObject("config")
                    .getAsJsonObject("Labels")
                    .get("org.opencontainers.image.version")
                    .getAsString();
        }

        private static JsonObject blob(Path folder, JsonElement digest) throws IOException {
            return read(folder.resolve("blobs").resolve(digest.getAsString().replace(':', '/')));
        }

        private static JsonObject read(Path file) throws IOException {
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        }
    }
}
