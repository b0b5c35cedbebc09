package io.porterlb.kube.watch;

import com.google.gson.JsonElement;

/// An object as it was last seen.
///
/// @param status what the object's status was, for kinds whose status we write; JSON null for others
public record Stored<V>(String uid, String resourceVersion, V view, JsonElement status) {}
