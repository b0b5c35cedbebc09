package io.porterlb.ownership.wire;

import io.porterlb.ownership.message.Message;
import io.porterlb.ownership.message.Message.Acknowledgement;
import io.porterlb.ownership.message.Message.Challenge;
import io.porterlb.ownership.message.Message.Heartbeat;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// A message from octets; see [MessageWriter].
public final class MessageReader {
    private MessageReader() {}

    /// Empty if it is none, or something follows it.
    public static Optional<Message> read(ByteBuffer octets) {
        FieldReader in = new FieldReader(octets);
        try {
            return MessageType.of(in.octet()).map(type -> message(type, in)).filter(_ -> in.isAtEnd());
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Message message(MessageType type, FieldReader in) {
        return switch (type) {
            case HEARTBEAT -> heartbeat(in);
            case ACKNOWLEDGEMENT -> acknowledgement(in);
            case CHALLENGE -> new Challenge(in.session(), in.number(), in.number());
        };
    }

    private static Heartbeat heartbeat(FieldReader in) {
        return new Heartbeat(
                in.number(),
                in.session(),
                in.number(),
                in.number(),
                in.number(),
                in.optional(in::statement),
                in.optional(in::configuration));
    }

    private static Acknowledgement acknowledgement(FieldReader in) {
        return new Acknowledgement(
                in.session(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.addresses(),
                in.addresses(),
                in.addresses(),
                in.optional(in::configuration));
    }
}
