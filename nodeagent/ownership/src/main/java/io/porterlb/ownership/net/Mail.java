package io.porterlb.ownership.net;

import io.porterlb.ownership.message.Message;
import io.porterlb.ownership.wire.Decoded;
import io.porterlb.ownership.wire.DiscardReason;
import io.porterlb.ownership.wire.Envelope;
import io.porterlb.ownership.wire.Keys;
import io.porterlb.ownership.wire.Packer;
import io.porterlb.ownership.wire.Unpacker;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/// Signs what goes out, and checks what comes in. Of one thread.
final class Mail {
    private static final Logger LOG = System.getLogger(Mail.class.getName());

    private final String self;
    private final Packer packer;
    private final Unpacker unpacker = new Unpacker();
    private Keys keys;
    private long discarded;

    Mail(String self, long firstId, Keys keys) {
        this.self = self;
        this.keys = keys;
        packer = new Packer(self, firstId);
    }

    void use(Keys next) {
        keys = next;
    }

    long discarded() {
        return discarded;
    }

    List<byte[]> seal(Message message) {
        return packer.pack(message, keys);
    }

    /// The message, if the datagram ends one. What we sent ourselves never comes by the network.
    Optional<Envelope> open(byte[] datagram) {
        return switch (unpacker.unpack(datagram, keys)) {
            case Decoded.Valid<Envelope>(var envelope) ->
                Optional.of(envelope).filter(letter -> !letter.sender().equals(self));
            case Decoded.Incomplete<Envelope>() -> Optional.empty();
            case Decoded.Discarded<Envelope>(var reason) -> discard(reason);
        };
    }

    private Optional<Envelope> discard(DiscardReason reason) {
        discarded++;
        LOG.log(Level.DEBUG, () -> "a datagram that " + reason.text() + " was discarded");
        return Optional.empty();
    }
}
