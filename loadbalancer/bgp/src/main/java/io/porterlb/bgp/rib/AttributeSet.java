package io.porterlb.bgp.rib;

import io.porterlb.bgp.wire.attribute.PathAttribute;
import java.util.List;

/// The path attributes of a route as one peer sees them, in the order of their type codes. Routes with equal sets
/// share messages.
record AttributeSet(List<PathAttribute> attributes) {
    AttributeSet {
        attributes = List.copyOf(attributes);
    }
}
