package io.porterlb.bgp.rib;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.wire.attribute.PathAttribute;
import java.util.List;

/// What one peer is told of a route besides its prefix. Routes with equal sets share messages, so sets are
/// compared and looked up once a route: the hash code is kept.
final class AttributeSet {
    /// What a peer has of a path, when it asked to be told again: equal to no other set.
    static final AttributeSet IN_DOUBT = new AttributeSet(List.of(), List.of());

    private final List<IpAddress> mpNextHops;
    private final List<PathAttribute> attributes;
    private final int hash;

    /// @param mpNextHops for MP_REACH_NLRI; none if NEXT_HOP is among the attributes
    /// @param attributes in the order of their type codes
    AttributeSet(List<IpAddress> mpNextHops, List<PathAttribute> attributes) {
        this.mpNextHops = List.copyOf(mpNextHops);
        this.attributes = List.copyOf(attributes);
        this.hash = 31 * mpNextHops.hashCode() + attributes.hashCode();
    }

    List<IpAddress> mpNextHops() {
        return mpNextHops;
    }

    List<PathAttribute> attributes() {
        return attributes;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof AttributeSet set
                        && hash == set.hash
                        && mpNextHops.equals(set.mpNextHops)
                        && attributes.equals(set.attributes));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return mpNextHops + " " + attributes;
    }
}
