package io.porterlb.test.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.List;
import java.util.Set;

/// What a pure function may not touch.
final class Purity {
    private static final List<String> IMPURE_PACKAGES = List.of(
            "java.io",
            "java.nio.file",
            "java.nio.channels",
            "java.util.concurrent",
            "java.util.random",
            "java.util.logging");
    private static final Set<String> IMPURE_CLASSES = Set.of(
            "java.lang.Thread",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.System$Logger",
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.DatagramSocket",
            "java.time.Clock",
            "java.util.Random",
            "java.util.Timer");
    private static final Set<String> CLOCK_METHODS =
            Set.of("now", "currentTimeMillis", "nanoTime", "random", "randomUUID");

    static final DescribedPredicate<JavaClass> IMPURE = DescribedPredicate.describe(
            "reach outside (clock, thread, process, socket, file, randomness, logger)",
            c -> IMPURE_CLASSES.contains(c.getName()) || IMPURE_PACKAGES.contains(c.getPackageName()));

    static final DescribedPredicate<JavaMethodCall> ASKS_THE_OUTSIDE = DescribedPredicate.describe(
            "asks for the time or a random number",
            call -> call.getTargetOwner().getPackageName().startsWith("java.")
                    && CLOCK_METHODS.contains(call.getTarget().getName()));

    static final DescribedPredicate<JavaMethodCall> READS_THE_ENVIRONMENT = DescribedPredicate.describe(
            "reads the environment or a system property",
            call -> call.getTargetOwner().getName().equals("java.lang.System")
                    && Set.of("getenv", "getProperty", "getProperties")
                            .contains(call.getTarget().getName()));

    private Purity() {}
}
