package io.porterlb.test.chart;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// YAML as JSON.
final class Yaml {
    private Yaml() {}

    /// The objects of a stream, without empty documents.
    static List<KubeObject> objects(String text) {
        var parser = new org.yaml.snakeyaml.Yaml(new SafeConstructor(strict()));
        return StreamSupport.stream(parser.loadAll(text).spliterator(), false)
                .filter(document -> document != null)
                .map(document -> new KubeObject(new Gson().toJsonTree(document).getAsJsonObject()))
                .toList();
    }

    static JsonObject object(String text) {
        return objects(text).getFirst().json();
    }

    /// A key that stands twice is a fault, as for Helm.
    private static LoaderOptions strict() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return options;
    }
}
