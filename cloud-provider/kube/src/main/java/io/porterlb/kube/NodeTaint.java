package io.porterlb.kube;

/// A taint to put on a Node.
///
/// @param effect `NoSchedule`, `PreferNoSchedule` or `NoExecute`
public record NodeTaint(String key, String effect) {}
