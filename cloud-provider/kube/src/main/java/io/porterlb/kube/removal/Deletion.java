package io.porterlb.kube.removal;

/// How an object is deleted.
public enum Deletion {
    /// What it owns goes after it.
    BACKGROUND,
    /// It goes after what it owns.
    FOREGROUND,
    /// For a Pod: the API forgets it now, whether or not its processes have ended.
    FORCED
}
