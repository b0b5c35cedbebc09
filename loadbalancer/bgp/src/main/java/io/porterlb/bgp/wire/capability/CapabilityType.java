package io.porterlb.bgp.wire.capability;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.Octets;
import java.util.Optional;

/// The table of the capabilities that we know: code in the
/// [registry](https://www.iana.org/assignments/capability-codes), octets of the value before a list, octets of each
/// entry of the list (0 for no list), and how the value is read.
enum CapabilityType {
    MULTIPROTOCOL(1, 4, 0, MultiprotocolCapability::read),
    ROUTE_REFRESH(2, 0, 0, in -> Optional.of(new RouteRefreshCapability())),
    EXTENDED_NEXT_HOP(5, 0, 6, ExtendedNextHopCapability::read),
    EXTENDED_MESSAGE(6, 0, 0, in -> Optional.of(new ExtendedMessageCapability())),
    ROLE(9, 1, 0, RoleCapability::read),
    GRACEFUL_RESTART(64, 2, 4, GracefulRestartCapability::read),
    FOUR_OCTET_AS(65, 4, 0, FourOctetAsCapability::read),
    ADD_PATH(69, 0, 4, AddPathCapability::read),
    ENHANCED_ROUTE_REFRESH(70, 0, 0, in -> Optional.of(new EnhancedRouteRefreshCapability())),
    LONG_LIVED_GRACEFUL_RESTART(71, 0, 7, LongLivedGracefulRestartCapability::read),
    STRICT_BFD(74, 0, 0, in -> Optional.of(new StrictBfdCapability())),
    PATHS_LIMIT(76, 0, 5, PathsLimitCapability::read);

    /// Reads a value of a length that the table allows, all of the buffer; empty if its RFC calls it not
    /// understood.
    @FunctionalInterface
    interface Reader {
        Optional<? extends Capability> read(ByteBuf value);
    }

    private final int code;
    private final int fixed;
    private final int entry;

    @SuppressWarnings("ImmutableEnumChecker") // method references to static methods
    private final Reader reader;

    CapabilityType(int code, int fixed, int entry, Reader reader) {
        this.code = code;
        this.fixed = fixed;
        this.entry = entry;
        this.reader = reader;
    }

    int code() {
        return code;
    }

    private boolean mayHaveLength(int octets) {
        return entry == 0 ? octets == fixed : octets >= fixed && (octets - fixed) % entry == 0;
    }

    /// Reads the whole buffer as the capability of this code.
    static Capability read(int code, ByteBuf value) {
        for (CapabilityType type : values()) {
            if (type.code == code && type.mayHaveLength(value.readableBytes())) {
                Optional<? extends Capability> known = type.reader.read(value.slice());
                return known.isPresent() ? known.get() : unknown(code, value);
            }
        }
        return unknown(code, value);
    }

    private static Capability unknown(int code, ByteBuf value) {
        return new UnknownCapability(code, Octets.readAll(value));
    }
}
