package io.porterlb.bgp.wire;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.Octets;

/// NOTIFICATION ([RFC 4271 4.5](https://www.rfc-editor.org/rfc/rfc4271#section-4.5)): why the sender closes.
///
/// @param code error code, 0 to 255; a received one may be unknown to [NotificationCode]
/// @param subcode error subcode, 0 to 255
/// @param data what the code says about it, at most 4075 octets
public record Notification(int code, int subcode, Octets data) implements BgpMessage {
    private static final int FIXED_LENGTH = 2;
    static final int MAX_DATA = MessageHeader.MAX_LENGTH - MessageHeader.LENGTH - FIXED_LENGTH;

    public static Notification of(NotificationCode code, byte... data) {
        return of(code, Octets.of(data));
    }

    /// One to send.
    ///
    /// @throws IllegalArgumentException if the data does not fit into a message
    public static Notification of(NotificationCode code, Octets data) {
        if (data.length() > MAX_DATA) {
            throw new IllegalArgumentException(code + " with " + data.length() + " octets of data");
        }
        return new Notification(code.code(), code.subcode(), data);
    }

    static ReadResult read(ByteBuf body) {
        return new ReadResult.Ok(
                new Notification(body.readUnsignedByte(), body.readUnsignedByte(), Octets.readAll(body)));
    }

    public boolean is(NotificationCode other) {
        return code == other.code() && subcode == other.subcode();
    }

    /// Code and subcode in words, and what the peer's operator wrote beside it:
    /// `Cease/Administrative Shutdown (6/2): "back at 5"`.
    public String words() {
        String words = NotificationCode.words(code, subcode);
        return ShutdownCommunication.of(this)
                .map(text -> words + ": \"" + text + "\"")
                .orElse(words);
    }

    @Override
    public MessageType type() {
        return MessageType.NOTIFICATION;
    }

    @Override
    public void writeBody(ByteBuf out, CodecContext context) {
        out.writeByte(code).writeByte(subcode);
        data.write(out);
    }
}
