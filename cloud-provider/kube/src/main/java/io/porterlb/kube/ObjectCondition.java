package io.porterlb.kube;

import io.porterlb.desired.status.Condition;

/// A condition, as it stands on an object.
///
/// @param kind such as `Eip`
/// @param name the object's, a Service's as `namespace/name`
public record ObjectCondition(String kind, String name, Condition condition) {}
