package io.porterlb.bgp.wire;

import io.netty.buffer.ByteBuf;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bgp.wire.capability.Capability;
import io.porterlb.bgp.wire.capability.FourOctetAsCapability;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.List;
import java.util.OptionalLong;

/// OPEN ([RFC 4271 4.2](https://www.rfc-editor.org/rfc/rfc4271#section-4.2)), version 4. What its fields mean
/// for us is decided elsewhere; here they only are what they are.
///
/// @param myAs the two-octet field, 0 to 65535
/// @param holdTime proposed, in seconds, 0 to 65535
/// @param identifier the sender's BGP identifier, written as an IPv4 address
/// @param capabilities of all optional parameters, in the order sent
public record Open(int myAs, int holdTime, IpAddress identifier, List<Capability> capabilities) implements BgpMessage {
    static final int VERSION = 4;

    public Open {
        capabilities = List.copyOf(capabilities);
    }

    static ReadResult read(ByteBuf body) {
        int version = body.readUnsignedByte();
        if (version != VERSION) {
            // RFC 4271 6.2: the data is the largest version that we support, in two octets
            return ReadResult.refuse(
                    Notification.of(NotificationCode.UNSUPPORTED_VERSION_NUMBER, (byte) 0, (byte) VERSION),
                    "speaks BGP version " + version + ", not " + VERSION);
        }
        int myAs = body.readUnsignedShort();
        int holdTime = body.readUnsignedShort();
        IpAddress identifier = new IpAddress(IpFamily.V4, 0, body.readUnsignedInt());
        return switch (OptionalParameters.read(body)) {
            case OptionalParameters.Result.Capabilities(var all) ->
                new ReadResult.Ok(new Open(myAs, holdTime, identifier, all));
            case OptionalParameters.Result.Bad(var code, var what) -> ReadResult.refuse(Notification.of(code), what);
        };
    }

    /// The AS number of the capability, where it is there ([RFC 6793
    /// 4.1](https://www.rfc-editor.org/rfc/rfc6793#section-4.1)).
    public OptionalLong fourOctetAs() {
        return capabilities.stream()
                .filter(FourOctetAsCapability.class::isInstance)
                .mapToLong(c -> ((FourOctetAsCapability) c).asNumber())
                .findFirst();
    }

    @Override
    public MessageType type() {
        return MessageType.OPEN;
    }

    @Override
    public void writeBody(ByteBuf out, CodecContext context) {
        out.writeByte(VERSION).writeShort(myAs).writeShort(holdTime);
        out.writeBytes(identifier.toOctets());
        OptionalParameters.write(capabilities, out);
    }
}
