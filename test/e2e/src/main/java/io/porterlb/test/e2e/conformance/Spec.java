package io.porterlb.test.e2e.conformance;

/// One test of Kubernetes' end-to-end suite.
///
/// @param name the whole text that Ginkgo knows it by, tags included
record Spec(String name) {
    private static final int LONGEST_FILE_NAME = 120;

    boolean says(String words) {
        return name.contains(words);
    }

    /// Whether it takes a quarter of an hour; all others are done within two minutes.
    boolean isLong() {
        return says("rolling update");
    }

    /// The name without its tags, which stand in brackets.
    String title() {
        return name.replaceAll("\\[[^\\]]*\\]", "").replaceAll("\\s+", " ").strip();
    }

    /// The title as the name of a file.
    String fileName() {
        String plain = title().replaceAll("[^A-Za-z0-9]+", "-");
        return plain.substring(0, Math.min(plain.length(), LONGEST_FILE_NAME));
    }
}
