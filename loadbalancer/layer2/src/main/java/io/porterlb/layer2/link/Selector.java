package io.porterlb.layer2.link;

import io.porterlb.address.IpAddress;
import java.util.Optional;

/// Which interface is asked for, in the words of OpenELB's `Eip.spec.interface`.
public sealed interface Selector {
    /// What stands before the address of [CanReach].
    String CAN_REACH = "can_reach:";

    /// The one whose subnet holds the address.
    record BySubnet() implements Selector {}

    /// The one of this name.
    record Named(String device) implements Selector {}

    /// The one that the kernel would send through to this address.
    ///
    /// @param text as it was written; whether it is an address, [#target] says
    record CanReach(String text) implements Selector {
        /// The address; empty if the text is none.
        public Optional<IpAddress> target() {
            return IpAddress.parse(text);
        }
    }

    /// Reads any text: empty for [BySubnet], or a name, or `can_reach:` and an address. Blanks around are of no
    /// account.
    static Selector parse(String text) {
        String word = text.strip();
        if (word.isEmpty()) {
            return new BySubnet();
        }
        return word.startsWith(CAN_REACH)
                ? new CanReach(word.substring(CAN_REACH.length()).strip())
                : new Named(word);
    }
}
