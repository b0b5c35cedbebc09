package io.porterlb.kube.mapping;

import io.porterlb.desired.status.Condition;
import io.porterlb.kube.ObjectCondition;
import io.porterlb.kube.resource.ConditionedResource;
import io.porterlb.kube.resource.ObjectMeta;
import java.util.stream.Stream;

/// Any object to its [ObjectCondition]s.
public final class ConditionMapping {
    private ConditionMapping() {}

    /// In their order.
    public static Stream<ObjectCondition> conditions(String kind, ConditionedResource object) {
        return object.status().conditions().stream()
                .map(condition -> new ObjectCondition(kind, name(object.metadata()), condition(condition)));
    }

    private static String name(ObjectMeta metadata) {
        return metadata.namespace().isEmpty() ? metadata.name() : metadata.namespace() + "/" + metadata.name();
    }

    private static Condition condition(ConditionedResource.Condition c) {
        return new Condition(c.type(), c.status().equals("True"), c.reason(), c.message());
    }
}
