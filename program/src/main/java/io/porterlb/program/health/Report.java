package io.porterlb.program.health;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the checks of one endpoint said, as text in the form of Kubernetes' own health endpoints (`k8s.io/apiserver`,
/// `pkg/server/healthz`).
record Report(List<Line> lines) {
    record Line(String name, Optional<String> trouble) {
        @Override
        public String toString() {
            return trouble.map(sentence -> "[-]" + name + " failed: " + sentence)
                    .orElse("[+]" + name + " ok");
        }
    }

    static Report of(List<Check> checks) {
        return new Report(checks.stream()
                .map(check -> new Line(check.name(), check.trouble().get()))
                .toList());
    }

    boolean well() {
        return lines.stream().allMatch(line -> line.trouble().isEmpty());
    }

    /// @param verbose whether what is well is named too; what is not always is
    String text(boolean verbose) {
        if (well() && !verbose) {
            return "ok";
        }
        return lines.stream()
                .filter(line -> verbose || line.trouble().isPresent())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
