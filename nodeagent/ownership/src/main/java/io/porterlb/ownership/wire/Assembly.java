package io.porterlb.ownership.wire;

import java.nio.ByteBuffer;
import java.util.SortedMap;
import java.util.TreeMap;

/// The parts of a message that have come.
final class Assembly {
    private final long id;
    private final int count;
    private final SortedMap<Integer, ByteBuffer> parts = new TreeMap<>();

    Assembly(Part any) {
        id = any.id();
        count = any.count();
    }

    boolean isOf(Part part) {
        return part.id() == id && part.count() == count;
    }

    void add(Part part) {
        parts.put(part.index(), part.payload());
    }

    boolean isComplete() {
        return parts.size() == count;
    }

    ByteBuffer octets() {
        int length = parts.values().stream().mapToInt(ByteBuffer::remaining).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        parts.values().forEach(part -> all.put(part.duplicate()));
        return all.flip();
    }
}
