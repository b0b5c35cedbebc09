package io.porterlb.test.architecture.planted.layer2.wire;

public final class MutableFrame {
    public int length;
}
