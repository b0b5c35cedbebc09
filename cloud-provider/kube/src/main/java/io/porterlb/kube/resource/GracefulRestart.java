package io.porterlb.kube.resource;

/// `spec.gracefulRestart` of a BgpConf or BgpPeer.
public record GracefulRestart(boolean enabled, int restartTime, boolean helperOnly, boolean notificationEnabled) {}
