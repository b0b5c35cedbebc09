package io.porterlb.layer2.link;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;

/// Why an address can't be answered for on this machine now.
public sealed interface Refusal extends Choice {
    /// For people: what is wrong, and what to do.
    String sentence();

    /// The kernel has the address, and answers for it itself.
    record OwnAddress(IpAddress address, String device) implements Refusal {
        @Override
        public String sentence() {
            return address + " is an address of this machine itself, on " + device + "; take it out of the range.";
        }
    }

    /// No machine may have the address on a link.
    record NobodysAddress(IpAddress address) implements Refusal {
        @Override
        public String sentence() {
            return address + " is an address that no machine can have on a link (RFC 6890); take it out of the range.";
        }
    }

    /// No interface is in a subnet that holds the address.
    record NoSubnet(IpAddress address) implements Refusal {
        @Override
        public String sentence() {
            return "No network interface has a subnet that holds " + address
                    + "; give one an address of that subnet, or name the interface.";
        }
    }

    /// The interface that is named is not there.
    record NoDevice(String name) implements Refusal {
        @Override
        public String sentence() {
            return "There is no network interface " + name + ".";
        }
    }

    /// The interface is there, and can't be answered on.
    ///
    /// @param fault as [Device#fault] says it
    record Unusable(String device, String fault) implements Refusal {
        @Override
        public String sentence() {
            return "The network interface " + device + " " + fault + ".";
        }
    }

    /// The interface has no address of the family.
    record NoFamily(String device, IpAddress address) implements Refusal {
        @Override
        public String sentence() {
            String family = address.family() == IpFamily.V4 ? "IPv4" : "IPv6";
            return "The network interface " + device + " has no " + family + " address, so " + address
                    + " can't be answered for there; give it one, or name another interface.";
        }
    }

    /// What stands behind `can_reach:` is no address.
    record NotAnAddress(String text) implements Refusal {
        @Override
        public String sentence() {
            return "'" + text + "' behind " + Selector.CAN_REACH
                    + " is not an IP address; write one of another machine, such as the router's.";
        }
    }

    /// The kernel would not send to the address that has to be reached.
    record NoRoute(IpAddress target) implements Refusal {
        @Override
        public String sentence() {
            return "There is no route from this machine to " + target + "; write an address that can be reached.";
        }
    }

    /// The kernel was not asked yet.
    record RouteUnknown(IpAddress target) implements Refusal {
        @Override
        public String sentence() {
            return "The route to " + target + " is being looked up.";
        }
    }
}
