package io.porterlb.test.architecture.planted.ownership.message;

public final class MutableHeartbeat {
    public long sequence;
}
