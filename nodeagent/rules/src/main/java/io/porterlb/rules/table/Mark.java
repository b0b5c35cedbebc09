package io.porterlb.rules.table;

/// The bit of the packet mark by which our table tells the accepts in other chains what they are to let
/// through.
///
/// It is set only inside the forward hook, where routing by mark is over, and is taken off before the packet
/// leaves that hook. Taken by others are 0x4000 and 0x8000 (kube-proxy, kubelet), 0x2000 (CNI's portmap),
/// 0x0f00 (Cilium), 0xffff0000 (Calico's default, and Cilium's identities), 0x80 (the CNI plugin of AWS).
public final class Mark {
    public static final int BIT = 0x1000;

    private Mark() {}

    /// As nft(8) and iptables(8) read it.
    public static String text() {
        return "0x" + Integer.toHexString(BIT);
    }

    static String allOthers() {
        return "0x" + Integer.toHexString(~BIT);
    }
}
