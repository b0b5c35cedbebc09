package io.porterlb.ownership;

/// A hash that is the same on every machine and in every version of Java.
final class Hash {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Hash() {}

    /// FNV-1a of the characters, mixed, so that names that differ in the last character only are far apart.
    static long of(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return mixed(hash);
    }

    private static long mixed(long hash) {
        long once = (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L;
        return once ^ once >>> 29;
    }
}
