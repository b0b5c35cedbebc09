package io.porterlb.program;

/// One line a record on standard error, as a cluster's log collector wants it.
final class Logging {
    private static final String FORMAT = "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n";

    private Logging() {}

    /// Before the first logger is made. A format given on the command line stays.
    static void configure() {
        String property = "java.util.logging.SimpleFormatter.format";
        if (System.getProperty(property) == null) {
            System.setProperty(property, FORMAT);
        }
    }
}
