package io.porterlb.test.interop.matrix;

import io.porterlb.test.cluster.programs.Supplies;
import io.porterlb.test.cluster.router.RouterKind;
import io.porterlb.test.interop.lab.Peering;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.opentest4j.TestAbortedException;

/// Makes the runs of a row, and enters what is not run into the matrix.
final class InteropRows implements TestTemplateInvocationContextProvider {
    InteropRows() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        if (!Supplies.isRoot()) {
            throw new TestAbortedException("this test starts routers in network namespaces: run it as root");
        }
        InteropRow row = context.getRequiredTestMethod().getAnnotation(InteropRow.class);
        Matrix matrix = Matrix.of(context);
        List<TestTemplateInvocationContext> runs = new ArrayList<>();
        for (Peering peering : row.peerings()) {
            var name = new Matrix.Row(topic(context), row.value() + ", " + peering);
            for (RouterKind kind : RouterKind.values()) {
                notFor(row, kind)
                        .ifPresentOrElse(
                                reason -> matrix.enter(name, kind, "not applicable: " + reason),
                                () -> runs.add(new RowRun(name, peering, kind, matrix)));
            }
        }
        return runs.stream();
    }

    /// `SessionRows` is about "session".
    private static String topic(ExtensionContext context) {
        String name = context.getRequiredTestClass().getSimpleName();
        return name.replace("Rows", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static Optional<String> notFor(InteropRow row, RouterKind kind) {
        return Stream.of(row.notFor())
                .filter(exception -> exception.router() == kind)
                .map(NotFor::reason)
                .findFirst();
    }
}
