package io.porterlb.test.cluster.programs;

/// The machine lacks something that can't be installed for the user; the message is one sentence that says what to do.
public final class MissingPrerequisiteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MissingPrerequisiteException(String message) {
        super(message);
    }
}
