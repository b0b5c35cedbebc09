package io.porterlb.test.cluster;

import io.porterlb.test.cluster.programs.Supplies;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/// Gives test classes a cluster, as a field of each class:
///
/// ```java
/// @Tag("cluster")
/// class FailoverTest {
///     @RegisterExtension
///     static final ClusterExtension CLUSTER = ClusterExtension.shared(spec -> spec.withNodes(3));
///
///     @Test
///     void nodesAreThere(KubernetesCluster cluster) { … }
/// }
/// ```
///
/// Without root the class is aborted, not failed.
public final class ClusterExtension implements BeforeAllCallback, ParameterResolver {
    private static final System.Logger LOG = System.getLogger(ClusterExtension.class.getName());
    private static final Namespace NAMESPACE = Namespace.create(ClusterExtension.class);
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final UnaryOperator<ClusterSpec> change;
    private final boolean shared;
    private @Nullable KubernetesCluster cluster;

    private ClusterExtension(UnaryOperator<ClusterSpec> change, boolean shared) {
        this.change = change;
        this.shared = shared;
    }

    /// A cluster of the class's own, which ends after its last test.
    ///
    /// @param change what differs from [ClusterSpec#of]; the name is set already
    public static ClusterExtension perClass(UnaryOperator<ClusterSpec> change) {
        return new ClusterExtension(change, false);
    }

    /// A cluster that all classes of this JVM share that want the same; it ends after the last test of all.
    public static ClusterExtension shared(UnaryOperator<ClusterSpec> change) {
        return new ClusterExtension(change, true);
    }

    /// The cluster, from the first test on.
    public KubernetesCluster cluster() {
        return Objects.requireNonNull(cluster, "the cluster is there from the first test of the class on");
    }

    /// What is in a store is closed with it.
    @Override
    public void beforeAll(ExtensionContext context) {
        if (!Supplies.isRoot()) {
            throw new TestAbortedException(
                    "this test starts a Kubernetes cluster in network namespaces: run it as root");
        }
        ExtensionContext owner = shared ? context.getRoot() : context;
        ClusterSpec wanted = change.apply(ClusterSpec.of("any"));
        cluster = owner.getStore(NAMESPACE).computeIfAbsent(wanted, _ -> start(change), KubernetesCluster.class);
    }

    private static KubernetesCluster start(UnaryOperator<ClusterSpec> change) {
        String name = "t" + ProcessHandle.current().pid() + "-" + STARTED.incrementAndGet();
        return KubernetesCluster.start(
                change.apply(ClusterSpec.of(name)), Lifetime.OWNED, step -> LOG.log(Level.INFO, step));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == KubernetesCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return cluster();
    }
}
