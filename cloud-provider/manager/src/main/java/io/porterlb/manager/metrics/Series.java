package io.porterlb.manager.metrics;

/// The name of a series, as Prometheus writes it.
///
/// @param labels what stands between the braces; may be empty
record Series(String family, String labels) {
    /// @param name a family alone, or with labels in braces
    static Series of(String name) {
        int brace = name.indexOf('{');
        return brace < 0
                ? new Series(name, "")
                : new Series(name.substring(0, brace), name.substring(brace + 1, name.length() - 1));
    }

    Series suffixed(String suffix) {
        return new Series(family + suffix, labels);
    }

    Series labelled(String name, String value) {
        return new Series(family, labels + (labels.isEmpty() ? "" : ",") + name + "=\"" + value + "\"");
    }

    @Override
    public String toString() {
        return labels.isEmpty() ? family : family + "{" + labels + "}";
    }
}
