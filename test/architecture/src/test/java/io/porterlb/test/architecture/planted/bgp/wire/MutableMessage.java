package io.porterlb.test.architecture.planted.bgp.wire;

public final class MutableMessage {
    public int length;
}
