package io.porterlb.kube.resource;

import java.util.Map;

/// A Secret (core/v1). Its text does not show what is in it.
///
/// @param data base64 by key
public record SecretResource(ObjectMeta metadata, Map<String, String> data) implements Resource {
    public SecretResource {
        metadata = ObjectMeta.orNone(metadata);
        data = Absent.map(data);
    }

    @Override
    public String toString() {
        return "Secret " + metadata.namespace() + "/" + metadata.name();
    }
}
