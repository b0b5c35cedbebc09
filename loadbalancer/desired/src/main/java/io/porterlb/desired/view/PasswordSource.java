package io.porterlb.desired.view;

/// Where a BgpPeer has its password from.
public sealed interface PasswordSource {
    /// It has none.
    record None() implements PasswordSource {}

    /// `spec.conf.authPassword`, as OpenELB has it: for everyone to read.
    record ClearText(Password password) implements PasswordSource {}

    /// `spec.authSecretRef`: a Secret in the namespace of the agents.
    record InSecret(String name, String key) implements PasswordSource {}
}
