package io.porterlb.test.architecture.planted.bfd;

public final class BfdThatReadsTheEnvironment {
    private BfdThatReadsTheEnvironment() {}

    public static String home() {
        return System.getenv().toString() + System.getProperty("user.home");
    }
}
