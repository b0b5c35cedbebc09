package io.porterlb.test.interop.matrix;

import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.router.RouterKind;
import io.porterlb.test.interop.lab.Lab;
import io.porterlb.test.interop.lab.Peering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/// One run of a row: against one kind of router, in a lab of its own. Of a run that fails the logs are kept.
final class RowRun implements TestTemplateInvocationContext, ParameterResolver, AfterEachCallback {
    private static final Path KEPT_LOGS = Path.of("target", "interop-logs");

    private final Matrix.Row row;
    private final Peering peering;
    private final RouterKind kind;
    private final Matrix matrix;
    private @Nullable Lab lab;

    RowRun(Matrix.Row row, Peering peering, RouterKind kind, Matrix matrix) {
        this.row = row;
        this.peering = peering;
        this.kind = kind;
        this.matrix = matrix;
    }

    @Override
    public String getDisplayName(int invocation) {
        return row.promise() + ": " + kind;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Lab.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Lab made = new Lab(peering, kind);
        lab = made;
        return made;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Optional<Throwable> failure = context.getExecutionException();
        matrix.enter(row, kind, failure.isPresent() ? "FAILED" : "ok");
        Lab made = lab;
        if (made != null) {
            failure.ifPresent(_ -> keepLogs(made));
            made.close();
        }
    }

    private void keepLogs(Lab failed) {
        try {
            Path folder = KEPT_LOGS.resolve((row.topic() + " " + getDisplayName(0)).replaceAll("[^A-Za-z0-9]+", "-"));
            Files.createDirectories(folder);
            Command.of("cp", "-r", failed.folder().toString(), folder.toString())
                    .result();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
