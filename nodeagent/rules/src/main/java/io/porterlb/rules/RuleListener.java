package io.porterlb.rules;

/// Hears how it is with the rules, on the thread that owns them, so it must not block. What it throws is
/// logged and goes no further.
@FunctionalInterface
public interface RuleListener {
    /// The status is another than before, or the first one.
    void changed(RuleStatus status);
}
