package io.porterlb.test.cluster;

/// How long a cluster lives.
public enum Lifetime {
    /// Until it is closed or its JVM ends; what a killed JVM leaves is cleaned up by the next start of any cluster.
    OWNED,
    /// Until it is closed, by whichever process, or replaced by one of the same name.
    KEPT
}
