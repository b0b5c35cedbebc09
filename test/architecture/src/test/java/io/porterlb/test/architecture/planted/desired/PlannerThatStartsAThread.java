package io.porterlb.test.architecture.planted.desired;

public final class PlannerThatStartsAThread {
    private PlannerThatStartsAThread() {}

    public static void plan() {
        Thread.ofVirtual().start(() -> {});
    }
}
