package io.porterlb.desired.plan;

import io.porterlb.address.IpAddress;

/// How much an address prefers a node: a hash of the two and of nothing else. Choosing the heaviest node is rendezvous
/// hashing (Thaler and Ravishankar, IEEE/ACM Transactions on Networking 6(1), 1998): where a node goes, only its own
/// addresses move, and each node is the choice of about as many.
final class Weight {
    private static final long FNV_PRIME = 0x100_0000_01B3L;

    private Weight() {}

    /// Whether a node comes before another one: the heavier does, of equal ones that with the lower name.
    static boolean before(long weight, String node, long otherWeight, String other) {
        return weight == otherWeight ? node.compareTo(other) < 0 : weight > otherWeight;
    }

    /// FNV-1a of the name, begun with the address, so that it comes out the same in every process.
    static long of(IpAddress address, String node) {
        long hash = mixed(mixed(address.high()) ^ address.low());
        for (int i = 0; i < node.length(); i++) {
            hash = (hash ^ node.charAt(i)) * FNV_PRIME;
        }
        return mixed(hash);
    }

    /// A bijection that lets each bit depend on all, which FNV does not: the last step of SplitMix64 (Steele, Lea and
    /// Flood, OOPSLA 2014).
    private static long mixed(long bits) {
        long once = (bits ^ (bits >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return twice ^ (twice >>> 31);
    }
}
