package io.porterlb.program;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/// One line a record on standard error, as a cluster's log collector wants it.
public final class Logging {
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OURS = Logger.getLogger("io.porterlb"); // kept: a forgotten Logger forgets its level
    private static final int DEBUG = 4;
    private static final int TRACE = 6;

    private static final String FORMAT = "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n";

    private Logging() {}

    /// Before the first logger is made. A format given on the command line stays.
    static void configure() {
        String property = "java.util.logging.SimpleFormatter.format";
        if (System.getProperty(property) == null) {
            System.setProperty(property, FORMAT);
        }
    }

    /// How much is logged: from 4 on also what helps to find a fault, from 6 on everything
    /// ([levels of Kubernetes](https://kubernetes.io/docs/concepts/cluster-administration/system-logs/)).
    ///
    /// @param verbosity 0 and more
    public static void verbosity(int verbosity) {
        Level level = verbosity < DEBUG ? Level.INFO : verbosity < TRACE ? Level.FINE : Level.ALL;
        OURS.setLevel(level);
        for (Handler handler : ROOT.getHandlers()) {
            handler.setLevel(level);
        }
    }
}
