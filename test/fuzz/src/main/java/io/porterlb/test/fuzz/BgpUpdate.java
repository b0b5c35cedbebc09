package io.porterlb.test.fuzz;

/// UPDATE: the first octet is what the speakers agreed on ([Contexts]), the rest is the body.
public final class BgpUpdate {
    private static final int TYPE = 2;

    private BgpUpdate() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Framed.check(TYPE, data, 1, Contexts.of(data.length == 0 ? 0 : data[0]));
    }
}
