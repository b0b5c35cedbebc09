package io.porterlb.manager.model;

import io.porterlb.test.cluster.KubernetesApi;
import io.porterlb.test.cluster.process.Await;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Looks at the cluster until all is as it should be, or until there was time enough. One thread.
final class Looks {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final KubernetesApi api;
    private final Ledger ledger;
    private final Replicas replicas;
    private final Figures figures = new Figures();
    private ClusterState quiet; // at the last quiet point
    private List<String> wrong = List.of(); // at the last look
    private long writes;

    /// The cluster is quiet now.
    Looks(KubernetesApi api, Ledger ledger, Replicas replicas) {
        this.api = api;
        this.ledger = ledger;
        this.replicas = replicas;
        quiet = ClusterState.read(api);
    }

    Figures figures() {
        return figures;
    }

    /// What is wrong and stays so, each as a sentence without a full stop. Nobody writes, but for what was on its way.
    List<String> afterCrash() {
        figures.crash();
        return await(ON_ITS_WAY, () -> isFine(new AfterCrash(quiet, ClusterState.read(api), ledger).violations()));
    }

    /// The same, while managers work.
    ///
    /// @param replace replaces those that were stopped, and says whether there were any
    List<String> untilQuiet(BooleanSupplier replace) {
        return await(PATIENCE, () -> isQuiet(replace));
    }

    private List<String> await(Duration patience, BooleanSupplier look) {
        return Await.until(patience, PAUSE, look) ? List.of() : wrong;
    }

    private boolean isFine(List<String> violations) {
        wrong = violations;
        return wrong.isEmpty();
    }

    private boolean isQuiet(BooleanSupplier replace) {
        boolean replaced = replace.getAsBoolean();
        long before = writes;
        writes = replicas.writes();
        if (replaced || writes != before) {
            return isFine(Stream.concat(Stream.of("the managers still write"), wrong.stream())
                    .toList());
        }
        ClusterState state = ClusterState.read(api);
        boolean fine = isFine(violations(state));
        if (fine) {
            figures.quiet(quiet, state);
            quiet = state;
        }
        return fine;
    }

    private List<String> violations(ClusterState state) {
        List<String> rules = new Rules(state, ledger).violations();
        if (!rules.isEmpty()) {
            return rules;
        }
        Events events = Events.read(api);
        return Stream.concat(
                        new Untold(quiet, state, ledger, events).violations(),
                        new Moves(quiet, state, ledger, events).violations())
                .toList();
    }
}
