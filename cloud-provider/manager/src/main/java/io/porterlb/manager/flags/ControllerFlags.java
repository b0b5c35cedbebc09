package io.porterlb.manager.flags;

import static io.porterlb.manager.flags.FlagGroup.outside;

import io.porterlb.desired.allocation.AllocatorSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which controllers run, on what, and how many of their works at a time.
public final class ControllerFlags implements FlagGroup {
    private static final int MOST_WORKERS = 1000;

    @Option(
            names = "--controllers",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "*",
            description = "Controllers that run: * for all, NAME for one, -NAME for all but that one (with *). Names:"
                    + " cloud-node-controller, cloud-node-lifecycle-controller, service-lb-controller,"
                    + " node-route-controller. Default: ${DEFAULT-VALUE}.")
    private List<String> controllers = List.of("*");

    @Option(
            names = "--concurrent-service-syncs",
            paramLabel = "N",
            defaultValue = "16",
            description = "Services that are worked on at a time. Default: ${DEFAULT-VALUE}. (Elsewhere 1, since a"
                    + " cloud may be slow; here each takes two short writes, and one Service is never in the way of"
                    + " another.)")
    private int serviceSyncs = 16;

    @Option(
            names = "--concurrent-node-syncs",
            paramLabel = "N",
            defaultValue = "4",
            description = "Nodes that are worked on at a time. Default: ${DEFAULT-VALUE}. (Elsewhere 1.)")
    private int nodeSyncs = 4;

    @Option(
            names = "--load-balancer-class",
            paramLabel = "CLASS",
            description = "Serve only Services with this spec.loadBalancerClass. Default: those without a class, and"
                    + " those of class " + AllocatorSettings.OWN_CLASS + ".")
    private @Nullable String loadBalancerClass;

    @Option(
            names = "--require-annotation",
            arity = "0..1",
            fallbackValue = "true",
            converter = GoBoolean.class,
            paramLabel = "true|false",
            description = "Serve only Services with the annotation lb.kubesphere.io/v1alpha1: openelb, as OpenELB did.")
    private boolean requireAnnotation;

    @Override
    public Stream<String> faults() {
        return Stream.of(
                        controllers.stream().flatMap(ControllerFlags::unknown),
                        outside("--concurrent-service-syncs", serviceSyncs, 1, MOST_WORKERS),
                        outside("--concurrent-node-syncs", nodeSyncs, 1, MOST_WORKERS))
                .flatMap(faults -> faults);
    }

    private static Stream<String> unknown(String item) {
        String name = item.startsWith("-") ? item.substring(1) : item;
        return FlagGroup.unless(
                item.equals("*") || Controller.named(name).isPresent(),
                "--controllers: \"" + name + "\" is not in the list of known controllers: " + Controller.all() + ".");
    }

    /// Whether a controller is to run. As upstream (`IsControllerEnabled` in `k8s.io/controller-manager/app`),
    /// a name of its own counts before the star, and the first one counts.
    public boolean runs(Controller controller) {
        return controllers.stream()
                .flatMap(item -> saidOf(controller, item).stream())
                .findFirst()
                .orElse(controllers.contains("*"));
    }

    private static Optional<Boolean> saidOf(Controller controller, String item) {
        boolean off = item.startsWith("-");
        return Controller.named(off ? item.substring(1) : item)
                .filter(controller::equals)
                .map(_ -> !off);
    }

    /// Whether a controller is asked for by name.
    public boolean names(Controller controller) {
        return controllers.stream()
                .flatMap(item -> saidOf(controller, item).stream())
                .anyMatch(on -> on);
    }

    /// Services that are worked on at a time.
    public int serviceSyncs() {
        return serviceSyncs;
    }

    /// Nodes that are worked on at a time.
    public int nodeSyncs() {
        return nodeSyncs;
    }

    /// Which Services are served.
    public AllocatorSettings allocator() {
        return new AllocatorSettings(Optional.ofNullable(loadBalancerClass), requireAnnotation);
    }
}
