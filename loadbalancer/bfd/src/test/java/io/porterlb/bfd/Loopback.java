package io.porterlb.bfd;

import io.porterlb.address.IpAddress;
import java.util.Random;

/// Two addresses of the loopback interface that no other test of this machine has: the ports of BFD are fixed.
record Loopback(IpAddress us, IpAddress neighbor) {
    private static final Random RANDOM = new Random();

    static Loopback any() {
        String net = "127." + (1 + RANDOM.nextInt(250)) + "." + RANDOM.nextInt(250) + ".";
        return new Loopback(IpAddress.of(net + "1"), IpAddress.of(net + "2"));
    }

    BfdSessionConfig ours() {
        return BfdSessionConfig.singleHop("ours", neighbor).from(us);
    }

    BfdSessionConfig theirs() {
        return BfdSessionConfig.singleHop("theirs", us).from(neighbor);
    }

    BfdSessionConfig oursOverRouters(int minimumTtl) {
        return BfdSessionConfig.multihop("ours", neighbor, minimumTtl).from(us);
    }

    BfdSessionConfig theirsOverRouters(int minimumTtl) {
        return BfdSessionConfig.multihop("theirs", us, minimumTtl).from(neighbor);
    }
}
