package io.porterlb.bgp.fsm;

/// Who opened a TCP connection.
public enum Opener {
    US,
    PEER
}
