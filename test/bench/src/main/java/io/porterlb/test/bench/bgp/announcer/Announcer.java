package io.porterlb.test.bench.bgp.announcer;

import java.io.IOException;
import java.util.OptionalLong;

/// A BGP speaker that announces to the receiver. What takes an order gives the moment at which the order began, by
/// [System#nanoTime]. For one thread.
public interface Announcer extends AutoCloseable {
    /// As it is called in the results.
    String name();

    /// Starts it, with a session to the receiver, and without BFD.
    ///
    /// @return when its configuration took effect: for ours the call, for others the start of the process, as that
    ///     reads it
    long start() throws IOException;

    /// Announces this prefix too.
    long announce(String prefix) throws IOException;

    long withdraw(String prefix) throws IOException;

    /// Gets ready to announce so many /32, without announcing them yet.
    void prepare(int count) throws IOException;

    /// Announces those that were prepared.
    long announceAll() throws IOException;

    long withdrawAll() throws IOException;

    /// Resident memory of its BGP process, in KiB.
    long resident();

    /// Starts it with nothing but a BFD session to the receiver, at this interval and a multiplier of three.
    ///
    /// @return empty if it has no BFD
    OptionalLong startBfd(int milliseconds) throws IOException;

    /// Ends its processes.
    @Override
    void close();
}
