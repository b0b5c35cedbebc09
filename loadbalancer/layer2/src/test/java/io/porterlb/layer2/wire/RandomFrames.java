package io.porterlb.layer2.wire;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.MacAddress;
import io.porterlb.layer2.wire.ArpPacket.Operation;
import io.porterlb.layer2.wire.NeighborAdvertisement.Flags;
import java.util.Optional;
import java.util.Random;

/// Frames that keep all rules.
final class RandomFrames {
    private static final long GROUP_BIT = 1L << 40;

    private RandomFrames() {}

    static Frame next(Random random) {
        Message message = switch (random.nextInt(3)) {
            case 0 -> arp(random);
            case 1 -> solicitation(random);
            default -> advertisement(random);
        };
        return new Frame(new MacAddress(random.nextLong() >>> 16), mac(random), message);
    }

    private static MacAddress mac(Random random) {
        return new MacAddress((random.nextLong() >>> 16 | 1) & ~GROUP_BIT);
    }

    private static IpAddress v4(Random random) {
        return new IpAddress(IpFamily.V4, 0, Integer.toUnsignedLong(random.nextInt()));
    }

    private static IpAddress v6(Random random) {
        return new IpAddress(IpFamily.V6, random.nextLong() >>> 1, random.nextLong());
    }

    private static Optional<MacAddress> option(Random random) {
        return random.nextBoolean() ? Optional.of(mac(random)) : Optional.empty();
    }

    private static Message arp(Random random) {
        Operation operation = random.nextBoolean() ? Operation.REQUEST : Operation.REPLY;
        return new ArpPacket(operation, mac(random), v4(random), new MacAddress(random.nextLong() >>> 16), v4(random));
    }

    private static Message solicitation(Random random) {
        IpAddress target = v6(random);
        return random.nextBoolean()
                ? new NeighborSolicitation(v6(random), v6(random), target, option(random))
                : new NeighborSolicitation(Ipv6.UNSPECIFIED, Ipv6.solicitedNode(target), target, Optional.empty());
    }

    private static Message advertisement(Random random) {
        Flags flags = new Flags(random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
        return new NeighborAdvertisement(v6(random), v6(random), v6(random), flags, option(random));
    }
}
