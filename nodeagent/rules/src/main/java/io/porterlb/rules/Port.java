package io.porterlb.rules;

/// A port of a Service.
///
/// @param number 1 to 65535
public record Port(Protocol protocol, int number) {
    private static final int LAST = 65_535;

    public Port {
        if (number < 1 || number > LAST) {
            throw new IllegalArgumentException("a port is 1 to " + LAST + ", not " + number);
        }
    }
}
