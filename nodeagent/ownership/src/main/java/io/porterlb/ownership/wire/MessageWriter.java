package io.porterlb.ownership.wire;

import io.porterlb.ownership.message.Message;
import io.porterlb.ownership.message.Message.Acknowledgement;
import io.porterlb.ownership.message.Message.Challenge;
import io.porterlb.ownership.message.Message.Heartbeat;

/// A message as octets: its type, and its fields as [FieldWriter] writes them, in their order.
public final class MessageWriter {
    private MessageWriter() {}

    /// The octets, unsigned.
    public static byte[] write(Message message) {
        FieldWriter out = new FieldWriter();
        switch (message) {
            case Heartbeat heartbeat -> heartbeat(heartbeat, out);
            case Acknowledgement answer -> acknowledgement(answer, out);
            case Challenge challenge -> challenge(challenge, out);
        }
        return out.octets();
    }

    private static void heartbeat(Heartbeat heartbeat, FieldWriter out) {
        out.octet(MessageType.HEARTBEAT.code);
        out.number(heartbeat.boot());
        out.session(heartbeat.session());
        out.number(heartbeat.sequence());
        out.number(heartbeat.generation());
        out.number(heartbeat.version());
        out.optional(heartbeat.statement(), out::statement);
        out.optional(heartbeat.configuration(), out::configuration);
    }

    private static void acknowledgement(Acknowledgement answer, FieldWriter out) {
        out.octet(MessageType.ACKNOWLEDGEMENT.code);
        out.session(answer.session());
        out.number(answer.number());
        out.number(answer.sequence());
        out.number(answer.generation());
        out.number(answer.version());
        out.number(answer.witness());
        out.addresses(answer.refused());
        out.addresses(answer.nominated());
        out.addresses(answer.release());
        out.optional(answer.configuration(), out::configuration);
    }

    private static void challenge(Challenge challenge, FieldWriter out) {
        out.octet(MessageType.CHALLENGE.code);
        out.session(challenge.session());
        out.number(challenge.boot());
        out.number(challenge.sequence());
    }
}
