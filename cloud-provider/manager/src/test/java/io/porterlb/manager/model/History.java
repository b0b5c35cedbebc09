package io.porterlb.manager.model;

import io.porterlb.test.cluster.KubernetesApi;
import io.porterlb.test.cluster.process.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One random history of a cluster: stretches of changes, while managers work and crash, each followed by a quiet point
/// at which everything must be as it should be.
final class History implements AutoCloseable {
    static final String NODE = "model";

    private static final int LONGEST_STRETCH = 11;
    private static final int PAUSE = 3; // stretches, on average
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final long seed;
    private final Random random;
    private final KubernetesApi api;
    private final Ledger ledger = new Ledger();
    private final Users users;
    private final Replicas replicas;
    private final ServiceChanges services;
    private final EipChanges eips;
    private final Accidents accidents;

    private ClusterState quiet;
    private Set<String> leftAlone = Set.of(); // UIDs, at the quiet point
    private List<String> wrong = List.of();
    private long writes;
    private final Set<String> refusals = new TreeSet<>(); // reasons
    private int points;
    private int looks;
    private int held;
    private int shared;
    private int moves;

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
        quiet = ClusterState.read(api);
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
        boolean some = replicas.replace(this::lookAfterCrash);
        if (some || replicas.several()) {
            ledger.disturbed();
        }
        return some;
    }

    /// Nobody writes now, but for what was on its way. What a Service shows is recorded: an agent would announce it no
    /// more, and somebody else could be given it.
    private void lookAfterCrash() {
        looks++;
        if (!Await.until(ON_ITS_WAY, LOOK, this::isRecorded)) {
            fail(wrong);
        }
    }

    private boolean isRecorded() {
        wrong = shownWithoutRecord(ClusterState.read(api));
        return wrong.isEmpty();
    }

    private List<String> shownWithoutRecord(ClusterState state) {
        Set<String> held = state.records().stream()
                .flatMap(recorded ->
                        ClusterState.owners(recorded).stream().map(owner -> owner + ClusterState.address(recorded)))
                .collect(Collectors.toSet());
        return state.services().stream()
                .filter(service -> !service.eipLabel().isEmpty() && !leftAlone.contains(service.uid()))
                .filter(service -> !ledger.isTampered(service.uid()) && !ledger.areRecordsLost())
                .flatMap(service -> service.ingress().stream()
                        .filter(address -> !held.contains(service.uid() + address))
                        .map(address -> service.key() + " shows " + address + " without a record, after a crash"))
                .toList();
    }

    private void settle() {
        if (!Await.until(PATIENCE, LOOK, this::isQuiet)) {
            fail(wrong);
        }
        points++;
        ledger.quiet();
        users.log();
        leftAlone = Rules.leftAlone(quiet);
    }

    private boolean isQuiet() {
        boolean replaced = replace();
        long before = writes;
        writes = replicas.writes();
        if (replaced || writes != before) {
            wrong = Stream.concat(Stream.of("the managers still write"), wrong.stream())
                    .toList();
            return false;
        }
        ClusterState state = ClusterState.read(api);
        wrong = violations(state);
        if (wrong.isEmpty()) {
            count(state);
            quiet = state;
        }
        return wrong.isEmpty();
    }

    private void count(ClusterState state) {
        held += state.records().size();
        shared += (int) Sharers.of(state).count();
        moves += (int) state.records().stream()
                .filter(recorded -> !quiet.records().contains(recorded))
                .count();
        state.services().stream()
                .flatMap(service -> service.refusal().stream())
                .map(why -> why.text("reason"))
                .forEach(refusals::add);
    }

    private List<String> violations(ClusterState state) {
        List<String> rules = new Rules(state, ledger).violations();
        if (!rules.isEmpty()) {
            return rules;
        }
        Events events = Events.read(api);
        return Stream.concat(events.missing(state), new Moves(quiet, state, ledger, events).violations())
                .toList();
    }

    private void fail(List<String> sentences) {
        List<String> lines = new ArrayList<>(List.of("seed " + seed + ", after " + points + " quiet points:"));
        lines.addAll(sentences);
        lines.add("Managers: " + replicas.figures());
        lines.add("What users did last:");
        lines.addAll(users.log());
        throw new AssertionError(String.join("\n", lines));
    }

    /// What happened, for people.
    String figures() {
        return "seed " + seed + ": " + users.figures() + "; " + points + " quiet points; managers " + replicas.figures()
                + "; " + looks + " looks after a crash; " + moves + " addresses given, " + held / Math.max(1, points)
                + " held on average; " + shared + " times one was shared, "
                + Events.read(api).count(Moves.APART) + " told that it can no longer; refusals " + refusals;
    }

    @Override
    public void close() {
        replicas.close();
    }
}
