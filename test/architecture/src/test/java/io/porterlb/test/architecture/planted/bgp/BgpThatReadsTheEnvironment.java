package io.porterlb.test.architecture.planted.bgp;

public final class BgpThatReadsTheEnvironment {
    private BgpThatReadsTheEnvironment() {}

    public static String home() {
        return System.getenv().toString() + System.getProperty("user.home");
    }
}
