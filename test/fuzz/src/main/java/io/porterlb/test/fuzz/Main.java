package io.porterlb.test.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// `hack/fuzz`: runs one target or all of them, one after the other, and prints a line for each.
public final class Main {
    private static final int USAGE = 2;
    private static final String SECONDS = "[1-9]\\d{0,5}";
    private static final String DEFAULT_SECONDS = "60";
    private static final Path FOLDER = Path.of(System.getProperty("user.home"), ".cache", "porterlb", "fuzz");

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> rest = new ArrayList<>(List.of(args));
        boolean named = !rest.isEmpty() && !rest.getFirst().matches(SECONDS);
        Optional<Target> target = named ? Target.of(rest.removeFirst()) : Optional.empty();
        String seconds = rest.isEmpty() ? DEFAULT_SECONDS : rest.removeFirst();
        if ((named && target.isEmpty()) || !seconds.matches(SECONDS) || !rest.isEmpty()) {
            System.err.println("usage: hack/fuzz [TARGET] [SECONDS]; targets: " + names());
            System.exit(USAGE);
        }
        List<Target> targets = target.map(List::of).orElse(List.of(Target.values()));
        System.exit(run(targets, Duration.ofSeconds(Long.parseLong(seconds))) ? 0 : 1);
    }

    private static String names() {
        return Arrays.stream(Target.values()).map(Target::toString).collect(Collectors.joining(", "));
    }

    private static boolean run(List<Target> targets, Duration time) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("porterlb.root"));
        boolean good = true;
        for (Target target : targets) {
            FuzzResult result = new FuzzRun(target, time, FOLDER).run(root);
            System.out.println(target + ": " + result);
            good &= !result.finding();
        }
        return good;
    }
}
