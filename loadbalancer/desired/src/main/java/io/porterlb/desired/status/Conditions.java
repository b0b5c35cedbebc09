package io.porterlb.desired.status;

import io.porterlb.desired.problem.Problem;
import java.util.Collection;
import java.util.TreeSet;

/// Conditions that several kinds have.
final class Conditions {
    private Conditions() {}

    static Condition ready(String reason, String message) {
        return new Condition(Condition.READY, true, reason, message);
    }

    static Condition notReady(String reason, String message) {
        return new Condition(Condition.READY, false, reason, message);
    }

    static Condition notReady(Problem problem) {
        return notReady(problem.reason(), problem.message());
    }

    /// @param fields what is set and has no effect: paths of fields, or a kind of value in one
    static Condition supported(Collection<String> fields) {
        if (fields.isEmpty()) {
            return new Condition(Condition.SUPPORTED, true, "AllFieldsSupported", "");
        }
        String verbs = fields.size() == 1 ? "is accepted but has" : "are accepted but have";
        String message = "%s %s no effect in this version.".formatted(String.join(", ", new TreeSet<>(fields)), verbs);
        return new Condition(Condition.SUPPORTED, false, "FieldNotSupportedYet", message);
    }
}
