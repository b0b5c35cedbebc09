package io.porterlb.test.chart;

import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.CommandResult;
import io.porterlb.test.cluster.programs.Helm;
import io.porterlb.test.cluster.programs.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The Helm chart of this source tree, or a copy of it.
///
/// @param helm the program
/// @param folder where its Chart.yaml is
public record Chart(Helm helm, Path folder) {
    /// The release and the namespace that the manuals name.
    public static final String RELEASE = "porterlb";

    public static final String NAMESPACE = "porterlb-system";

    /// The one of this source tree; helm is built first where it is missing.
    public static Chart ofSourceTree() {
        return new Chart(
                Helm.get(step -> System.getLogger(Chart.class.getName()).log(System.Logger.Level.INFO, step)),
                manifests().resolve("helm/porterlb"));
    }

    /// The folder `manifests`.
    public static Path manifests() {
        return SourceTree.root().resolve("manifests");
    }

    /// The chart's objects, hooks included, with these values: each as in `--set`.
    public List<KubeObject> render(String... values) {
        return Yaml.objects(template(values).run());
    }

    /// Why the chart can't be rendered with these values; empty if it can.
    public String refusal(String... values) {
        CommandResult result = template(values).result();
        return result.exitStatus() == 0 ? "" : result.error();
    }

    private Command template(String... values) {
        List<String> words = new ArrayList<>(List.of("template", RELEASE, folder.toString(), "--namespace", NAMESPACE));
        for (String value : values) {
            words.add("--set");
            words.add(value);
        }
        return helm.command(words.toArray(String[]::new));
    }
}
