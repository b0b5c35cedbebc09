package io.porterlb.kube;

/// Whether this process may write to the cluster. Asked before each write, by any thread.
@FunctionalInterface
public interface WriteGate {
    /// For a program that has no rival.
    WriteGate OPEN = () -> true;

    boolean isOpen();
}
