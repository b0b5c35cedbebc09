package io.porterlb.test.architecture.planted.ownership.wire;

public record Datagram(int length) {}
