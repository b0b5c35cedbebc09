package io.porterlb.desired.plan;

import io.porterlb.desired.view.Password;

/// A password that a session uses.
///
/// @param version of the object that it is from, so that a change shows in the plan's hash while the content does not
public record PasswordPlan(Password password, String version) {}
