package io.porterlb.porterctl.diagnose;

import java.util.Comparator;

/// Something that is wrong.
///
/// @param object such as `Node n1` or `Service default/web`
/// @param message what is wrong, and what to do, as sentences
record Finding(String object, String message) implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::object).thenComparing(Finding::message);

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /// One line.
    @Override
    public String toString() {
        return object + ": " + message.strip().replaceAll("\\s*\n\\s*", " ");
    }
}
