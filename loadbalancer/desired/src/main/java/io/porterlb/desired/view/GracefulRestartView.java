package io.porterlb.desired.view;

/// `spec.gracefulRestart` of a BgpConf or BgpPeer ([RFC 4724](https://www.rfc-editor.org/rfc/rfc4724)).
///
/// @param enabled `enabled`, and not `helperOnly`
/// @param restartTime `restartTime`, seconds; 0 where absent
/// @param notification `notificationEnabled` ([RFC 8538](https://www.rfc-editor.org/rfc/rfc8538))
public record GracefulRestartView(boolean enabled, int restartTime, boolean notification) {}
