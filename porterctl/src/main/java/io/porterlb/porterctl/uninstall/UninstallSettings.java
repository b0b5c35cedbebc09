package io.porterlb.porterctl.uninstall;

import java.time.Duration;

/// What is wanted.
///
/// @param namespace where PorterLB runs
/// @param keepCrds whether Eips, BgpConfs, BgpPeers and all CustomResourceDefinitions stay
/// @param fromHelm whether Helm removes what it has installed by itself
/// @param timeout how long to wait for the Pods of a program to end, and at the end for what is being deleted
record UninstallSettings(String namespace, boolean keepCrds, boolean fromHelm, Duration timeout) {}
