package io.porterlb.ownership.wire;

import io.porterlb.ownership.message.Message;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Makes datagrams of at most 1,400 octets of the messages of one node. Not thread-safe.
public final class Packer {
    private static final int MAX_PARTS = 255;

    private final String sender;
    private final int room;
    private long id;

    /// @param firstId a random number, so that the messages of a restarted node are not mixed up with those before
    public Packer(String sender, long firstId) {
        this.sender = sender;
        room = PartCodec.room(sender.getBytes(StandardCharsets.UTF_8));
        id = firstId;
    }

    /// The message, signed.
    ///
    /// @throws IllegalStateException if it has more than 255 parts, about 280,000 octets
    public List<byte[]> pack(Message message, Keys keys) {
        byte[] octets = MessageWriter.write(message);
        int count = Math.max(1, (octets.length + room - 1) / room);
        if (count > MAX_PARTS) {
            throw new IllegalStateException("a message of " + octets.length + " octets is too long to be sent");
        }
        id++;
        List<byte[]> datagrams = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = i * room;
            ByteBuffer payload = ByteBuffer.wrap(octets, from, Math.min(room, octets.length - from));
            datagrams.add(PartCodec.write(new Part(sender, id, i, count, payload), keys));
        }
        return datagrams;
    }
}
