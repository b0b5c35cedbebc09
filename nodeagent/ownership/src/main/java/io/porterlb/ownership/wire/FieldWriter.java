package io.porterlb.ownership.wire;

import io.porterlb.address.IpAddress;
import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Council;
import io.porterlb.ownership.Endpoint;
import io.porterlb.ownership.Member;
import io.porterlb.ownership.message.SessionId;
import io.porterlb.ownership.message.Statement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/// Fields as octets, in network order. A set begins with how many there are, in two octets; text and an address with
/// their length, in one; what may be absent with 0 or 1.
final class FieldWriter {
    private static final int FIRST_SIZE = 256;

    private ByteBuffer out = ByteBuffer.allocate(FIRST_SIZE);

    byte[] octets() {
        return Arrays.copyOf(out.array(), out.position());
    }

    private ByteBuffer room(int octets) {
        if (out.remaining() < octets) {
            byte[] larger = Arrays.copyOf(out.array(), 2 * out.capacity() + octets);
            out = ByteBuffer.wrap(larger).position(out.position());
        }
        return out;
    }

    void octet(int value) {
        room(1).put((byte) value);
    }

    void pair(int value) {
        room(Short.BYTES).putShort((short) value);
    }

    void number(long value) {
        room(Long.BYTES).putLong(value);
    }

    void flag(boolean value) {
        octet(value ? 1 : 0);
    }

    void text(String text) {
        withLength(text.getBytes(StandardCharsets.UTF_8));
    }

    void address(IpAddress address) {
        withLength(address.toOctets());
    }

    private void withLength(byte[] octets) {
        octet(octets.length);
        room(octets.length).put(octets);
    }

    void addresses(Collection<IpAddress> addresses) {
        pair(addresses.size());
        addresses.forEach(this::address);
    }

    <T> void optional(Optional<T> value, Consumer<T> writer) {
        flag(value.isPresent());
        value.ifPresent(writer);
    }

    void session(SessionId session) {
        number(session.boot());
        number(session.number());
    }

    void statement(Statement statement) {
        addresses(statement.claims());
        pair(statement.capabilities().size());
        statement.capabilities().forEach(this::text);
        flag(statement.backSoon());
    }

    void configuration(Configuration configuration) {
        number(configuration.generation());
        council(configuration.council());
        council(configuration.previous());
    }

    private void council(Council council) {
        octet(council.seats().size());
        council.seats().forEach(this::member);
        flag(council.witnessed());
    }

    private void member(Member member) {
        text(member.name());
        endpoint(member.endpoint());
    }

    private void endpoint(Endpoint endpoint) {
        address(endpoint.address());
        pair(endpoint.port());
    }
}
