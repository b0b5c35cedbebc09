package io.porterlb.ownership.wire;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// Makes messages of datagrams. Of each node it keeps the parts of one message, the latest; what they may take
/// together is limited by the number of nodes, since only what is signed is kept. Not thread-safe.
public final class Unpacker {
    private final Map<String, Assembly> bySender = new HashMap<>();

    /// Takes one datagram.
    public Decoded<Envelope> unpack(byte[] datagram, Keys keys) {
        return switch (PartCodec.read(datagram, keys)) {
            case Decoded.Discarded<Part>(var reason) -> new Decoded.Discarded<>(reason);
            case Decoded.Incomplete<Part>() -> new Decoded.Incomplete<>();
            case Decoded.Valid<Part>(var part) ->
                part.count() == 1 ? message(part.sender(), part.payload()) : more(part);
        };
    }

    private Decoded<Envelope> more(Part part) {
        Assembly assembly = bySender.get(part.sender());
        if (assembly == null || !assembly.isOf(part)) {
            assembly = new Assembly(part);
            bySender.put(part.sender(), assembly);
        }
        assembly.add(part);
        if (!assembly.isComplete()) {
            return new Decoded.Incomplete<>();
        }
        bySender.remove(part.sender());
        return message(part.sender(), assembly.octets());
    }

    private static Decoded<Envelope> message(String sender, ByteBuffer octets) {
        return MessageReader.read(octets)
                .<Decoded<Envelope>>map(message -> new Decoded.Valid<>(new Envelope(sender, message)))
                .orElseGet(() -> new Decoded.Discarded<>(DiscardReason.MALFORMED));
    }
}
