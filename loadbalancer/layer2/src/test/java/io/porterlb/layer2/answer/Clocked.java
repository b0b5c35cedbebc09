package io.porterlb.layer2.answer;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import io.porterlb.layer2.Answer;
import io.porterlb.layer2.Answer.Start;
import io.porterlb.layer2.AnswerState;
import io.porterlb.layer2.wire.ArpPacket;
import io.porterlb.layer2.wire.ArpPacket.Operation;
import io.porterlb.layer2.wire.Frame;
import io.porterlb.layer2.wire.Ipv6;
import io.porterlb.layer2.wire.NeighborAdvertisement;
import io.porterlb.layer2.wire.NeighborAdvertisement.Flags;
import io.porterlb.layer2.wire.NeighborSolicitation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A table with a clock that the test moves, which keeps what is sent.
final class Clocked {
    static final MacAddress OWN = MacAddress.of("02:00:5e:00:53:01");
    static final MacAddress OTHER = MacAddress.of("02:00:5e:00:53:02");
    static final MacAddress THIRD = MacAddress.of("02:00:5e:00:53:03");

    /// Of another interface of the same machine.
    static final MacAddress SIBLING = MacAddress.of("02:00:5e:00:53:04");

    static final IpAddress V4 = IpAddress.of("192.0.2.7");
    static final IpAddress V6 = IpAddress.of("2001:db8::7");
    static final IpAddress OTHERS = IpAddress.of("192.0.2.9");

    private static final long BEGIN = Long.MAX_VALUE - Duration.ofSeconds(3).toNanos();

    /// A frame, and when it was sent.
    record Sent(Duration at, Frame frame) {}

    final AnswerTable table;
    final List<Sent> sent = new ArrayList<>();
    private final Set<MacAddress> ours = new HashSet<>(Set.of(OWN, SIBLING));
    long now = BEGIN;
    boolean leased = true;

    Clocked(double random) {
        table = new AnswerTable(() -> random, ours::contains);
        table.linkUp(OWN, now);
    }

    void want(Start start, IpAddress... addresses) {
        table.want(
                Set.of(addresses).stream()
                        .map(address -> new Answer(address, "eth0", start))
                        .toList(),
                now);
    }

    /// Lets time pass, and does what is due in it at its time.
    void pass(Duration time) {
        long end = now + time.toNanos();
        while (true) {
            if (leased) {
                table.announcements(now).forEach(this::send);
                table.probes(now).forEach(this::send);
            }
            var wait = table.untilDue(leased, now);
            if (wait.isEmpty() || now + wait.getAsLong() - end > 0) {
                now = end;
                return;
            }
            now += wait.getAsLong();
        }
    }

    private void send(Due due) {
        due.frames().forEach(frame -> sent.add(new Sent(Duration.ofNanos(now - BEGIN), frame)));
        table.said(due, now);
    }

    /// Milliseconds from the begin at which something was sent.
    List<Long> times() {
        return sent.stream().map(one -> one.at().toMillis()).distinct().toList();
    }

    List<Frame> frames() {
        return sent.stream().map(Sent::frame).toList();
    }

    void hears(Frame frame) {
        table.heard(frame, leased, now);
    }

    void leaseBegins() {
        leased = true;
        table.leaseBegan(now);
    }

    void linkIsBackAfter(Duration outage, MacAddress mac) {
        table.linkDown(now);
        now += outage.toNanos();
        table.linkDown(now);
        ours.add(mac);
        table.linkUp(mac, now);
    }

    AnswerState state(IpAddress address) {
        return Objects.requireNonNull(table.states().get(address));
    }

    static Frame arp(Operation operation, MacAddress sender, IpAddress senderProtocol, IpAddress target) {
        return new Frame(
                MacAddress.BROADCAST,
                sender,
                new ArpPacket(operation, sender, senderProtocol, MacAddress.ZERO, target));
    }

    /// Somebody has the address.
    static Frame claim(IpAddress address, MacAddress by) {
        return switch (address.family()) {
            case V4 -> arp(Operation.REPLY, by, address, OTHERS);
            case V6 ->
                new Frame(
                        OWN,
                        by,
                        new NeighborAdvertisement(
                                address, Ipv6.ALL_NODES, address, new Flags(false, false, true), Optional.of(by)));
        };
    }

    /// Somebody would like to have it.
    static Frame probe(IpAddress address, MacAddress by) {
        return switch (address.family()) {
            case V4 -> arp(Operation.REQUEST, by, IpAddress.of("0.0.0.0"), address);
            case V6 ->
                new Frame(
                        Ipv6.groupMac(Ipv6.solicitedNode(address)),
                        by,
                        new NeighborSolicitation(
                                Ipv6.UNSPECIFIED, Ipv6.solicitedNode(address), address, Optional.empty()));
        };
    }
}
