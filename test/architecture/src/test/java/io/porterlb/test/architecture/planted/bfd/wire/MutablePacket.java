package io.porterlb.test.architecture.planted.bfd.wire;

public final class MutablePacket {
    public int length;
}
