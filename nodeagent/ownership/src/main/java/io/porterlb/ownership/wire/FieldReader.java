package io.porterlb.ownership.wire;

import io.porterlb.address.IpAddress;
import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Council;
import io.porterlb.ownership.Endpoint;
import io.porterlb.ownership.Member;
import io.porterlb.ownership.message.SessionId;
import io.porterlb.ownership.message.Statement;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Fields from octets; see [FieldWriter]. What is wrong ends in one of the exceptions that [MessageReader] takes for
/// that; nothing is allocated by a length before so many octets are known to be there.
final class FieldReader {
    private static final int OCTET = 0xFF;
    private static final int PAIR = 0xFFFF;

    private final ByteBuffer in;

    FieldReader(ByteBuffer octets) {
        in = octets.slice();
    }

    boolean isAtEnd() {
        return !in.hasRemaining();
    }

    int octet() {
        return in.get() & OCTET;
    }

    int pair() {
        return in.getShort() & PAIR;
    }

    long number() {
        return in.getLong();
    }

    boolean flag() {
        return switch (octet()) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new IllegalArgumentException("a flag is 0 or 1");
        };
    }

    String text() {
        return Utf8.text(withLength());
    }

    IpAddress address() {
        return IpAddress.ofOctets(withLength());
    }

    private byte[] withLength() {
        byte[] octets = new byte[octet()];
        in.get(octets);
        return octets;
    }

    Set<IpAddress> addresses() {
        return set(pair(), this::address);
    }

    private static <T> Set<T> set(int count, Supplier<T> reader) {
        return new HashSet<>(list(count, reader));
    }

    private static <T> List<T> list(int count, Supplier<T> reader) {
        List<T> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(reader.get());
        }
        return all;
    }

    <T> Optional<T> optional(Supplier<T> reader) {
        return flag() ? Optional.of(reader.get()) : Optional.empty();
    }

    SessionId session() {
        return new SessionId(number(), number());
    }

    Statement statement() {
        return new Statement(addresses(), set(pair(), this::text), flag());
    }

    Configuration configuration() {
        return new Configuration(number(), council(), council());
    }

    private Council council() {
        return new Council(list(octet(), this::member), flag());
    }

    private Member member() {
        return new Member(text(), new Endpoint(address(), pair()));
    }
}
