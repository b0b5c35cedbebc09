/// Values: address family, address, prefix, range, MAC address. Knows nothing of Kubernetes, sockets or clocks.
@org.jspecify.annotations.NullMarked
module io.porterlb.address {
    requires transitive static org.jspecify;
    requires org.apache.commons.net;

    exports io.porterlb.address;
}
