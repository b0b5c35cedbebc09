package io.porterlb.ownership.wire;

import io.porterlb.address.IpAddress;
import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Endpoint;
import io.porterlb.ownership.Member;
import io.porterlb.ownership.message.Message;
import io.porterlb.ownership.message.Message.Acknowledgement;
import io.porterlb.ownership.message.Message.Challenge;
import io.porterlb.ownership.message.Message.Heartbeat;
import io.porterlb.ownership.message.SessionId;
import io.porterlb.ownership.message.Statement;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Messages and keys to test with.
final class Messages {
    static final byte[] OLD_KEY = "sixteen octets..".getBytes(StandardCharsets.UTF_8);
    static final byte[] NEW_KEY = "another sixteen.".getBytes(StandardCharsets.UTF_8);
    static final Configuration CONFIGURATION = Configuration.first(
                    Set.of(
                            new Member("a", new Endpoint(IpAddress.of("192.0.2.1"), 7473)),
                            new Member("b", new Endpoint(IpAddress.of("2001:db8::2"), 65535))),
                    true)
            .next(Set.of(new Member("c", new Endpoint(IpAddress.of("192.0.2.3"), 1))), false);

    private Messages() {}

    static Heartbeat heartbeat(int claims) {
        Statement statement = new Statement(addresses(claims), Set.of("eip-a", "eip-ü"), true);
        return new Heartbeat(-1, new SessionId(7, 8), 9, 2, 11, Optional.of(statement), Optional.of(CONFIGURATION));
    }

    static List<Message> all() {
        Set<IpAddress> v4 = addresses(3);
        Set<IpAddress> v6 = Set.of(IpAddress.of("2001:db8::7"));
        SessionId session = new SessionId(Long.MIN_VALUE, 2);
        return List.of(
                heartbeat(0),
                heartbeat(40),
                new Heartbeat(1, SessionId.NONE, 2, 3, 4, Optional.empty(), Optional.empty()),
                new Acknowledgement(session, 1, 2, 3, 4, 5, v4, v6, Set.of(), Optional.of(CONFIGURATION)),
                new Acknowledgement(session, 1, 2, 3, 4, 0, Set.of(), Set.of(), v4, Optional.empty()),
                new Challenge(session, 5, 6));
    }

    static Set<IpAddress> addresses(int count) {
        Set<IpAddress> addresses = new HashSet<>();
        IpAddress next = IpAddress.of("2001:db8:1::");
        for (int i = 0; i < count; i++, next = next.next()) {
            addresses.add(next);
        }
        return addresses;
    }
}
