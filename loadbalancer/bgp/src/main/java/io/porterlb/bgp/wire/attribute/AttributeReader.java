package io.porterlb.bgp.wire.attribute;

import static io.porterlb.bgp.wire.fault.FaultAction.DISCARD;
import static io.porterlb.bgp.wire.fault.FaultAction.RESET;
import static io.porterlb.bgp.wire.fault.FaultAction.WITHDRAW;
import static io.porterlb.bgp.wire.fault.NotificationCode.ATTRIBUTE_FLAGS_ERROR;
import static io.porterlb.bgp.wire.fault.NotificationCode.ATTRIBUTE_LENGTH_ERROR;
import static io.porterlb.bgp.wire.fault.NotificationCode.MALFORMED_ATTRIBUTE_LIST;
import static io.porterlb.bgp.wire.fault.NotificationCode.MISSING_WELL_KNOWN_ATTRIBUTE;
import static io.porterlb.bgp.wire.fault.NotificationCode.OPTIONAL_ATTRIBUTE_ERROR;
import static io.porterlb.bgp.wire.fault.NotificationCode.UNRECOGNIZED_WELL_KNOWN_ATTRIBUTE;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.fault.FaultAction;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.fault.UpdateFault;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.Octets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Reads the Path Attributes field of an UPDATE by [RFC 7606](https://www.rfc-editor.org/rfc/rfc7606): all usable
/// attributes, and every fault with what it leads to.
public final class AttributeReader {
    private final CodecContext context;
    private final BitSet seen = new BitSet();
    private final List<PathAttribute> attributes = new ArrayList<>();
    private final List<UpdateFault> faults = new ArrayList<>();

    private AttributeReader(CodecContext context) {
        this.context = context;
    }

    /// What was found.
    public record Result(List<PathAttribute> attributes, List<UpdateFault> faults) {}

    /// Reads the whole buffer.
    ///
    /// @param announces whether the UPDATE has NLRI, so that the mandatory attributes must be there
    public static Result read(ByteBuf in, boolean announces, CodecContext context) {
        AttributeReader reader = new AttributeReader(context);
        while (in.isReadable() && reader.next(in)) {
            // next() did it
        }
        if (announces) {
            reader.checkMandatory();
        }
        return new Result(List.copyOf(reader.attributes), List.copyOf(reader.faults));
    }

    /// Reads one; false if it runs past the end, after which nothing can be found any more (RFC 7606 4).
    private boolean next(ByteBuf in) {
        ByteBuf whole = in.slice();
        int lengthOctets = (in.getUnsignedByte(in.readerIndex()) & AttributeFlags.EXTENDED_LENGTH) == 0 ? 1 : 2;
        if (in.readableBytes() < 2 + lengthOctets) {
            fault(WITHDRAW, MALFORMED_ATTRIBUTE_LIST, 0, whole, "the last path attribute is cut off in its header");
            return false;
        }
        int flags = in.readUnsignedByte();
        int code = in.readUnsignedByte();
        int length = lengthOctets == 1 ? in.readUnsignedByte() : in.readUnsignedShort();
        if (length > in.readableBytes()) {
            fault(WITHDRAW, ATTRIBUTE_LENGTH_ERROR, code, whole, "is longer than the path attributes field");
            return false;
        }
        accept(flags, code, in.readSlice(length), whole.slice(0, 2 + lengthOctets + length));
        return true;
    }

    private void accept(int flags, int code, ByteBuf value, ByteBuf whole) {
        if (seen.get(code)) {
            fault(whenRepeated(code), MALFORMED_ATTRIBUTE_LIST, code, whole, "is there twice");
            return;
        }
        seen.set(code);
        Optional<AttributeType> type = AttributeType.of(code);
        if (type.isPresent()) {
            known(type.get(), flags, value, whole);
        } else {
            unknown(flags, code, value, whole);
        }
    }

    /// RFC 7606 3 (g).
    private static FaultAction whenRepeated(int code) {
        return code == AttributeType.MP_REACH_NLRI.code() || code == AttributeType.MP_UNREACH_NLRI.code()
                ? RESET
                : DISCARD;
    }

    private void known(AttributeType type, int flags, ByteBuf value, ByteBuf whole) {
        if (type.unwanted(context)) {
            fault(DISCARD, OPTIONAL_ATTRIBUTE_ERROR, type.code(), whole, "is not for a peer of this kind to send");
        } else if (!AttributeFlags.agree(flags, type.flags())) {
            fault(WITHDRAW, ATTRIBUTE_FLAGS_ERROR, type.code(), whole, "has wrong flags"); // RFC 7606 3 (c)
        } else {
            type.read(value, context)
                    .ifPresentOrElse(
                            attributes::add,
                            () -> fault(type.whenMalformed(), type.malformed(), type.code(), whole, "is malformed"));
        }
    }

    /// RFC 4271 5 and 6.3: unknown ones that are well-known end the session, that are optional and transitive are kept
    /// with the Partial bit, all others are ignored.
    private void unknown(int flags, int code, ByteBuf value, ByteBuf whole) {
        if ((flags & AttributeFlags.OPTIONAL) == 0) {
            fault(RESET, UNRECOGNIZED_WELL_KNOWN_ATTRIBUTE, code, whole, "claims to be well-known");
        } else if ((flags & AttributeFlags.TRANSITIVE) != 0) {
            int kept = AttributeFlags.OPTIONAL_TRANSITIVE | AttributeFlags.PARTIAL;
            attributes.add(new PathAttribute.Unknown(kept, code, Octets.readAll(value)));
        }
    }

    /// RFC 7606 3 (d). One that was there and malformed is not missing as well.
    private void checkMandatory() {
        List<AttributeType> mandatory = context.external()
                ? List.of(AttributeType.ORIGIN, AttributeType.AS_PATH, AttributeType.NEXT_HOP)
                : List.of(
                        AttributeType.ORIGIN, AttributeType.AS_PATH, AttributeType.NEXT_HOP, AttributeType.LOCAL_PREF);
        for (AttributeType type : mandatory) {
            if (!seen.get(type.code())) {
                Octets data = Octets.of((byte) type.code());
                faults.add(new UpdateFault(
                        WITHDRAW, MISSING_WELL_KNOWN_ATTRIBUTE, type.code(), data, type + " is missing"));
            }
        }
    }

    private void fault(FaultAction action, NotificationCode notification, int code, ByteBuf whole, String what) {
        String name = AttributeType.of(code).map(Enum::name).orElse("path attribute " + code);
        String sentence = code == 0 ? what : name + " " + what;
        faults.add(new UpdateFault(action, notification, code, Octets.readAll(whole.duplicate()), sentence));
    }
}
