package io.porterlb.test.e2e.stage;

/// One thing that PorterLB promises, seen from outside.
public interface Promise {
    /// What is promised, in a few words.
    String name();

    /// Looks whether it holds. What it throws counts as a failure.
    void check(Stage stage, Report report) throws Exception;
}
