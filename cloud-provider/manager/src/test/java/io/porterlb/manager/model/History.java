package io.porterlb.manager.model;

import io.porterlb.test.cluster.KubernetesApi;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// One random history of a cluster: stretches of changes, while managers work and crash, each followed by a quiet point
/// at which everything must be as it should be.
final class History implements AutoCloseable {
    static final String NODE = "model";

    private static final int LONGEST_STRETCH = 11;
    private static final int PAUSE = 3; // stretches, on average

    private final long seed;
    private final Random random;
    private final KubernetesApi api;
    private final Ledger ledger = new Ledger();
    private final Users users;
    private final Replicas replicas;
    private final ServiceChanges services;
    private final EipChanges eips;
    private final Accidents accidents;
    private final Looks looks;

    History(KubernetesApi api, Path kubeconfig, long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.api = api;
        users = new Users(api, ledger, random);
        replicas = new Replicas(kubeconfig, new Random(seed)); // its own: when a manager is replaced is not repeatable
        services = new ServiceChanges(users);
        eips = new EipChanges(users);
        accidents = new Accidents(users, replicas);
        prepare();
        looks = new Looks(api, ledger, replicas);
    }

    private void prepare() {
        users.create(ClusterState.NAMESPACES, Users.json("{\"metadata\": {\"name\": \"red\"}}"));
        users.create(ClusterState.NAMESPACES, Users.json("{\"metadata\": {\"name\": \"blue\"}}"));
        users.create(ClusterState.NODES, Users.json("{\"metadata\": {\"name\": \"%s\"}}".formatted(NODE)));
        eips.create("e0", "192.0.2.16/28");
        eips.create("e1", "192.0.2.0/29");
        eips.create("e2", "2001:db8::/125");
        replicas.start();
    }

    /// @param changes at least so many
    void run(int changes) {
        for (int done = 0; done < changes; ) {
            int length = 1 + random.nextInt(LONGEST_STRETCH);
            stretch(length);
            done += length;
        }
    }

    private void stretch(int length) {
        if (random.nextInt(replicas.several() ? 2 : 8) == 0) {
            replicas.changeNumber();
        }
        for (int i = 0; i < length; i++) {
            change();
            replace();
        }
        settle();
        if (random.nextInt(PAUSE) == 0 && replicas.resume()) {
            settle();
            replicas.retire();
        }
    }

    private void change() {
        switch (random.nextInt(12)) {
            case 0, 1 -> eips.next();
            case 2 -> accidents.next();
            default -> services.next();
        }
    }

    private boolean replace() {
        boolean some = replicas.replace(() -> expectNothing(looks.afterCrash()));
        if (some || replicas.several()) {
            ledger.disturbed();
        }
        return some;
    }

    private void settle() {
        expectNothing(looks.untilQuiet(this::replace));
        ledger.quiet();
        users.log();
    }

    private void expectNothing(List<String> wrong) {
        if (wrong.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add("seed " + seed + ", after " + looks.figures().points() + " quiet points:");
        lines.addAll(wrong);
        lines.add("Managers: " + replicas.figures());
        lines.add("What users did last:");
        lines.addAll(users.log());
        throw new AssertionError(String.join("\n", lines));
    }

    /// What happened, for people.
    String figures() {
        return "seed " + seed + ": " + users.figures() + "; managers " + replicas.figures() + "; " + looks.figures()
                + "; " + Events.read(api).count(Moves.APART) + " told that they can no longer share";
    }

    @Override
    public void close() {
        replicas.close();
    }
}
