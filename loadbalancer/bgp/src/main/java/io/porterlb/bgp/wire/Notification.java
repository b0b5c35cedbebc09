package io.porterlb.bgp.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.Octets;
import java.util.Optional;

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

    /// One to send with a text for the peer's operator ([RFC 9003
    /// 2](https://www.rfc-editor.org/rfc/rfc9003#section-2)).
    ///
    /// @param code Administrative Shutdown or Administrative Reset
    /// @param text cut to 255 octets of UTF-8; none is sent if it is empty
    public static Notification of(NotificationCode code, String text) {
        return of(code, text.isEmpty() ? Octets.NONE : ShutdownCommunication.octets(text));
    }

    /// This one inside of a Hard Reset, which ends the session for good with a peer that would else keep our
    /// routes ([RFC 8538 3](https://www.rfc-editor.org/rfc/rfc8538#section-3)). Of its data goes with it what
    /// fits.
    public Notification asHardReset() {
        ByteBuf inner = Unpooled.buffer().writeByte(code).writeByte(subcode);
        data.write(inner);
        int length = Math.min(inner.readableBytes(), MAX_DATA);
        return of(NotificationCode.HARD_RESET, Octets.readAll(inner.readSlice(length)));
    }

    /// What a Hard Reset carries; empty for all others, and for one without.
    public Optional<Notification> insideHardReset() {
        if (!is(NotificationCode.HARD_RESET) || data.length() < FIXED_LENGTH) {
            return Optional.empty();
        }
        return Optional.of(new Notification(data.at(0), data.at(1), data.from(FIXED_LENGTH)));
    }

    static ReadResult read(ByteBuf body) {
        return new ReadResult.Ok(
                new Notification(body.readUnsignedByte(), body.readUnsignedByte(), Octets.readAll(body)));
    }

    public boolean is(NotificationCode other) {
        return code == other.code() && subcode == other.subcode();
    }

    /// Code and subcode in words, and what the peer's operator wrote beside it:
    /// `Cease/Administrative Shutdown (6/2): "back at 5"`. A Hard Reset is followed by what is in it.
    public String words() {
        String own = ownWords();
        return insideHardReset().map(inner -> own + ": " + inner.ownWords()).orElse(own);
    }

    private String ownWords() {
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
