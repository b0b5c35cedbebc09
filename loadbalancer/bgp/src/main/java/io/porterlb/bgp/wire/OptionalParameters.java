package io.porterlb.bgp.wire;

import static io.porterlb.bgp.wire.fault.NotificationCode.OPEN_UNSPECIFIC;
import static io.porterlb.bgp.wire.fault.NotificationCode.UNSUPPORTED_OPTIONAL_PARAMETER;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.porterlb.bgp.wire.capability.Capability;
import io.porterlb.bgp.wire.capability.CapabilityCodec;
import io.porterlb.bgp.wire.fault.NotificationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The optional parameters of an OPEN, of which only Capabilities is in use ([RFC 5492
/// 4](https://www.rfc-editor.org/rfc/rfc5492#section-4)). Read are one parameter with all capabilities, one
/// for each, and the extended form of [RFC 9072](https://www.rfc-editor.org/rfc/rfc9072); written is one
/// parameter, in that form only if it needs it.
final class OptionalParameters {
    private static final int CAPABILITIES = 2;
    private static final int EXTENDED = 255;
    private static final int HEADER = 1 + Byte.BYTES;
    private static final int EXTENDED_HEADER = 1 + Short.BYTES;

    private OptionalParameters() {}

    sealed interface Result {
        record Capabilities(List<Capability> all) implements Result {}

        /// RFC 4271 6.2: a parameter that we don't know, or a malformed one.
        record Bad(NotificationCode code, String what) implements Result {}
    }

    private static final Result CUT_OFF = new Result.Bad(OPEN_UNSPECIFIC, "sent an OPEN whose parameters are cut off");

    /// Reads from the length octet to the end of the OPEN.
    static Result read(ByteBuf in) {
        int length = in.readUnsignedByte();
        boolean extended = length != 0 && in.isReadable() && in.getUnsignedByte(in.readerIndex()) == EXTENDED;
        if (extended) {
            in.skipBytes(1);
            if (in.readableBytes() < Short.BYTES) {
                return CUT_OFF;
            }
            length = in.readUnsignedShort();
        }
        return length == in.readableBytes() ? parameters(in, extended) : CUT_OFF;
    }

    private static Result parameters(ByteBuf in, boolean extended) {
        List<Capability> all = new ArrayList<>();
        int header = extended ? EXTENDED_HEADER : HEADER;
        while (in.isReadable()) {
            if (in.readableBytes() < header) {
                return CUT_OFF;
            }
            int type = in.readUnsignedByte();
            int length = extended ? in.readUnsignedShort() : in.readUnsignedByte();
            if (length > in.readableBytes()) {
                return CUT_OFF;
            }
            if (type != CAPABILITIES) {
                return new Result.Bad(UNSUPPORTED_OPTIONAL_PARAMETER, "sent an OPEN with the parameter type " + type);
            }
            Optional<List<Capability>> capabilities = CapabilityCodec.read(in.readSlice(length));
            if (capabilities.isEmpty()) {
                return CUT_OFF;
            }
            all.addAll(capabilities.get());
        }
        return new Result.Capabilities(all);
    }

    /// Writes the extended form where the lengths would not fit into one octet (RFC 9072 2).
    static void write(List<Capability> capabilities, ByteBuf out) {
        ByteBuf values = Unpooled.buffer();
        CapabilityCodec.write(capabilities, values);
        int length = values.readableBytes();
        if (length + HEADER < EXTENDED) {
            out.writeByte(length + HEADER).writeByte(CAPABILITIES).writeByte(length);
        } else {
            out.writeByte(EXTENDED).writeByte(EXTENDED).writeShort(length + EXTENDED_HEADER);
            out.writeByte(CAPABILITIES).writeShort(length);
        }
        out.writeBytes(values);
    }
}
