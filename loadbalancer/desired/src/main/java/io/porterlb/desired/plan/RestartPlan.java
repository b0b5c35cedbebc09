package io.porterlb.desired.plan;

/// Graceful restart of the node's speaker ([RFC 4724](https://www.rfc-editor.org/rfc/rfc4724)).
///
/// @param enabled whether the router is asked to keep our routes meanwhile
/// @param restartTime for how many seconds, 1 to 4095
/// @param notification whether after a NOTIFICATION too ([RFC 8538](https://www.rfc-editor.org/rfc/rfc8538))
public record RestartPlan(boolean enabled, int restartTime, boolean notification) {
    /// Seconds, where nothing is said.
    public static final int DEFAULT_TIME = 120;

    public static final RestartPlan OFF = new RestartPlan(false, DEFAULT_TIME, false);
}
