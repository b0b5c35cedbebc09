package io.porterlb.kube.resource;

/// A Kubernetes object, reduced to the fields that matter here. Fields that a newer API server adds are ignored.
public interface Resource {
    ObjectMeta metadata();
}
