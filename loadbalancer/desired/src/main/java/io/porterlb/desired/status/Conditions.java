package io.porterlb.desired.status;

import io.porterlb.desired.problem.Problem;
import java.util.Collection;

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
        return new Condition(Condition.SUPPORTED, false, "FieldNotSupportedYet", Unsupported.message(fields));
    }
}
