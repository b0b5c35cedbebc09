package io.porterlb.program.http;

/// Bounds on what callers may keep a server of the JDK busy with (module jdk.httpserver).
public final class HttpLimits {
    private HttpLimits() {}

    /// For all servers of this process. Before the first one is made; what the command line sets stays.
    public static void set() {
        unlessSet("jdk.httpserver.maxConnections", "200");
        unlessSet("sun.net.httpserver.maxReqTime", "10"); // seconds to send a request in
        unlessSet("sun.net.httpserver.maxRspTime", "30"); // seconds to answer it, and to take the answer
    }

    private static void unlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
