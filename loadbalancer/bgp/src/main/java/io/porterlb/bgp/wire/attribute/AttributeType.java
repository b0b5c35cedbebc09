package io.porterlb.bgp.wire.attribute;

import static io.porterlb.bgp.wire.attribute.AttributeFlags.OPTIONAL_NON_TRANSITIVE;
import static io.porterlb.bgp.wire.attribute.AttributeFlags.OPTIONAL_TRANSITIVE;
import static io.porterlb.bgp.wire.attribute.AttributeFlags.WELL_KNOWN;
import static io.porterlb.bgp.wire.fault.FaultAction.DISCARD;
import static io.porterlb.bgp.wire.fault.FaultAction.RESET;
import static io.porterlb.bgp.wire.fault.FaultAction.WITHDRAW;
import static io.porterlb.bgp.wire.fault.NotificationCode.ATTRIBUTE_LENGTH_ERROR;
import static io.porterlb.bgp.wire.fault.NotificationCode.INVALID_NEXT_HOP_ATTRIBUTE;
import static io.porterlb.bgp.wire.fault.NotificationCode.INVALID_ORIGIN_ATTRIBUTE;
import static io.porterlb.bgp.wire.fault.NotificationCode.MALFORMED_AS_PATH;
import static io.porterlb.bgp.wire.fault.NotificationCode.OPTIONAL_ATTRIBUTE_ERROR;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.fault.FaultAction;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.Optional;

/// The table of the path attributes that we know: type code in the
/// [registry](https://www.iana.org/assignments/bgp-parameters#bgp-parameters-2), flags, what a malformed
/// value leads to ([RFC 7606 7](https://www.rfc-editor.org/rfc/rfc7606#section-7); RFC 6793 6 for the AS4
/// pair, RFC 8092 6, RFC 9234 5), and how its value is read.
enum AttributeType {
    ORIGIN(1, WELL_KNOWN, WITHDRAW, INVALID_ORIGIN_ATTRIBUTE, Origin::read),
    AS_PATH(2, WELL_KNOWN, WITHDRAW, MALFORMED_AS_PATH, AsPath::read),
    NEXT_HOP(3, WELL_KNOWN, WITHDRAW, INVALID_NEXT_HOP_ATTRIBUTE, NextHop::read),
    MULTI_EXIT_DISC(4, OPTIONAL_NON_TRANSITIVE, WITHDRAW, ATTRIBUTE_LENGTH_ERROR, MultiExitDisc::read),
    LOCAL_PREF(5, WELL_KNOWN, WITHDRAW, ATTRIBUTE_LENGTH_ERROR, LocalPref::read),
    ATOMIC_AGGREGATE(6, WELL_KNOWN, DISCARD, ATTRIBUTE_LENGTH_ERROR, AtomicAggregate::read),
    AGGREGATOR(7, OPTIONAL_TRANSITIVE, DISCARD, ATTRIBUTE_LENGTH_ERROR, Aggregator::read),
    COMMUNITIES(8, OPTIONAL_TRANSITIVE, WITHDRAW, OPTIONAL_ATTRIBUTE_ERROR, Communities::read),
    ORIGINATOR_ID(9, OPTIONAL_NON_TRANSITIVE, WITHDRAW, ATTRIBUTE_LENGTH_ERROR, OriginatorId::read),
    CLUSTER_LIST(10, OPTIONAL_NON_TRANSITIVE, WITHDRAW, ATTRIBUTE_LENGTH_ERROR, ClusterList::read),
    MP_REACH_NLRI(14, OPTIONAL_NON_TRANSITIVE, RESET, OPTIONAL_ATTRIBUTE_ERROR, MpReachNlri::read),
    MP_UNREACH_NLRI(15, OPTIONAL_NON_TRANSITIVE, RESET, OPTIONAL_ATTRIBUTE_ERROR, MpUnreachNlri::read),
    EXTENDED_COMMUNITIES(16, OPTIONAL_TRANSITIVE, WITHDRAW, OPTIONAL_ATTRIBUTE_ERROR, ExtendedCommunities::read),
    AS4_PATH(17, OPTIONAL_TRANSITIVE, DISCARD, OPTIONAL_ATTRIBUTE_ERROR, As4Path::read),
    AS4_AGGREGATOR(18, OPTIONAL_TRANSITIVE, DISCARD, OPTIONAL_ATTRIBUTE_ERROR, As4Aggregator::read),
    LARGE_COMMUNITY(32, OPTIONAL_TRANSITIVE, WITHDRAW, OPTIONAL_ATTRIBUTE_ERROR, LargeCommunities::read),
    OTC(35, OPTIONAL_TRANSITIVE, WITHDRAW, OPTIONAL_ATTRIBUTE_ERROR, OnlyToCustomer::read);

    /// Reads a value, all of the buffer.
    @FunctionalInterface
    interface Reader {
        AttributeValue read(ByteBuf value, CodecContext context);
    }

    private static final AttributeType[] BY_CODE = new AttributeType[0x100];

    static {
        for (AttributeType type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;
    private final int flags;
    private final FaultAction whenMalformed;
    private final NotificationCode malformed;

    @SuppressWarnings("ImmutableEnumChecker") // method references to static methods
    private final Reader reader;

    AttributeType(int code, int flags, FaultAction whenMalformed, NotificationCode malformed, Reader reader) {
        this.code = code;
        this.flags = flags;
        this.whenMalformed = whenMalformed;
        this.malformed = malformed;
        this.reader = reader;
    }

    static Optional<AttributeType> of(int code) {
        return Optional.ofNullable(BY_CODE[code]);
    }

    static String nameOf(int code) {
        return of(code).map(Enum::name).orElse("attribute " + code);
    }

    int code() {
        return code;
    }

    int flags() {
        return flags;
    }

    FaultAction whenMalformed() {
        return whenMalformed;
    }

    NotificationCode malformed() {
        return malformed;
    }

    AttributeValue read(ByteBuf value, CodecContext context) {
        return reader.read(value, context);
    }

    /// Attributes to ignore from such a peer: those that stay within an AS from an external one (RFC 7606
    /// 7.5, 7.9 and 7.10), the AS4 pair from one that sends four-octet numbers anyway (RFC 6793 6).
    boolean unwanted(CodecContext context) {
        return switch (this) {
            case LOCAL_PREF, ORIGINATOR_ID, CLUSTER_LIST -> context.external();
            case AS4_PATH, AS4_AGGREGATOR -> context.fourOctetAs();
            case ORIGIN,
                    AS_PATH,
                    NEXT_HOP,
                    MULTI_EXIT_DISC,
                    ATOMIC_AGGREGATE,
                    AGGREGATOR,
                    COMMUNITIES,
                    MP_REACH_NLRI,
                    MP_UNREACH_NLRI,
                    EXTENDED_COMMUNITIES,
                    LARGE_COMMUNITY,
                    OTC -> false;
        };
    }
}
