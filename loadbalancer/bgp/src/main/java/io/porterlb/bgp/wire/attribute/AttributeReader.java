package io.porterlb.bgp.wire.attribute;

import static io.porterlb.bgp.wire.fault.FaultAction.DISCARD;
import static io.porterlb.bgp.wire.fault.FaultAction.RESET;
import static io.porterlb.bgp.wire.fault.FaultAction.WITHDRAW;
import static io.porterlb.bgp.wire.fault.NotificationCode.ATTRIBUTE_FLAGS_ERROR;
import static io.porterlb.bgp.wire.fault.NotificationCode.ATTRIBUTE_LENGTH_ERROR;
import static io.porterlb.bgp.wire.fault.NotificationCode.MALFORMED_ATTRIBUTE_LIST;
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

/// Reads the Path Attributes field of an UPDATE by [RFC 7606](https://www.rfc-editor.org/rfc/rfc7606): all
/// usable attributes, and every fault with what it leads to.
public final class AttributeReader {
    private static final int SHORT_HEADER = 3;
    private static final int LONG_HEADER = 4;

    private final CodecContext context;
    private final BitSet seen = new BitSet();
    private final List<PathAttribute> attributes = new ArrayList<>();
    private final List<UpdateFault> faults = new ArrayList<>();

    private AttributeReader(CodecContext context) {
        this.context = context;
    }

    /// What was found. MP_REACH_NLRI and MP_UNREACH_NLRI are there whenever their prefixes could be read.
    public record Result(List<PathAttribute> attributes, List<UpdateFault> faults) {
        public Result {
            attributes = List.copyOf(attributes);
            faults = List.copyOf(faults);
        }
    }

    /// Reads the whole buffer.
    ///
    /// @param announces whether the NLRI field of the UPDATE has a prefix
    public static Result read(ByteBuf in, boolean announces, CodecContext context) {
        AttributeReader reader = new AttributeReader(context);
        while (in.isReadable() && reader.next(in)) {
            // next() did it
        }
        WholeList whole = new WholeList(reader.seen, reader.attributes, announces, context);
        return new Result(reader.attributes, whole.faults(reader.faults));
    }

    /// Reads one; false if it runs past the end, after which nothing can be found any more (RFC 7606 4).
    private boolean next(ByteBuf in) {
        ByteBuf rest = in.slice();
        int flags = in.getUnsignedByte(in.readerIndex());
        int header = (flags & AttributeFlags.EXTENDED_LENGTH) == 0 ? SHORT_HEADER : LONG_HEADER;
        if (in.readableBytes() < header) {
            int code = in.readableBytes() > 1 ? in.getUnsignedByte(in.readerIndex() + 1) : 0;
            return cutOff(code, MALFORMED_ATTRIBUTE_LIST, rest, "is cut off in its header");
        }
        in.skipBytes(1);
        int code = in.readUnsignedByte();
        int length = header == SHORT_HEADER ? in.readUnsignedByte() : in.readUnsignedShort();
        if (length > in.readableBytes()) {
            return cutOff(code, ATTRIBUTE_LENGTH_ERROR, rest, "is longer than the path attributes field");
        }
        accept(flags, code, in.readSlice(length), rest.slice(0, header + length));
        return true;
    }

    /// Prefixes that are cut off can't be withdrawn (RFC 7606 3 (j)).
    private boolean cutOff(int code, NotificationCode notification, ByteBuf rest, String what) {
        seen.set(code);
        fault(carriesPrefixes(code) ? RESET : WITHDRAW, notification, code, rest, what);
        return false;
    }

    private static boolean carriesPrefixes(int code) {
        return code == AttributeType.MP_REACH_NLRI.code() || code == AttributeType.MP_UNREACH_NLRI.code();
    }

    private void accept(int flags, int code, ByteBuf value, ByteBuf whole) {
        if (seen.get(code)) {
            FaultAction action = carriesPrefixes(code) ? RESET : DISCARD; // RFC 7606 3 (g)
            fault(action, MALFORMED_ATTRIBUTE_LIST, code, whole, "is there twice");
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

    private void known(AttributeType type, int flags, ByteBuf value, ByteBuf whole) {
        if (type.unwanted(context)) {
            fault(DISCARD, OPTIONAL_ATTRIBUTE_ERROR, type.code(), whole, "is not for a peer of this kind to send");
            return;
        }
        boolean flagsAgree = AttributeFlags.agree(flags, type.flags());
        if (!flagsAgree) {
            fault(WITHDRAW, ATTRIBUTE_FLAGS_ERROR, type.code(), whole, "has wrong flags"); // RFC 7606 3 (c)
        }
        if (flagsAgree || carriesPrefixes(type.code())) {
            value(type, value, whole);
        }
    }

    private void value(AttributeType type, ByteBuf value, ByteBuf whole) {
        switch (type.read(value, context)) {
            case AttributeValue.Good(var attribute) -> attributes.add(attribute);
            case AttributeValue.Unusable(var attribute, var what) -> {
                attributes.add(attribute);
                fault(WITHDRAW, type.malformed(), type.code(), whole, what);
            }
            case AttributeValue.Ignored(var what) -> fault(DISCARD, OPTIONAL_ATTRIBUTE_ERROR, type.code(), whole, what);
            case AttributeValue.Malformed(var what) ->
                fault(type.whenMalformed(), type.malformed(), type.code(), whole, what);
        }
    }

    /// RFC 4271 5 and 6.3: unknown ones that are well-known end the session, that are optional and transitive
    /// are kept with the Partial bit, all others are ignored.
    private void unknown(int flags, int code, ByteBuf value, ByteBuf whole) {
        if ((flags & AttributeFlags.OPTIONAL) == 0) {
            fault(RESET, UNRECOGNIZED_WELL_KNOWN_ATTRIBUTE, code, whole, "claims to be well-known");
        } else if ((flags & AttributeFlags.TRANSITIVE) != 0) {
            int kept = AttributeFlags.OPTIONAL_TRANSITIVE | AttributeFlags.PARTIAL;
            attributes.add(new UnknownAttribute(kept, code, Octets.readAll(value)));
        }
    }

    private void fault(FaultAction action, NotificationCode notification, int code, ByteBuf whole, String what) {
        Octets data = Octets.readAll(whole.duplicate());
        faults.add(new UpdateFault(action, notification, code, data, AttributeType.nameOf(code) + " " + what));
    }
}
