package io.porterlb.bgp;

/// Messages of one peer since it was configured, over all its sessions.
///
/// @param updatesSent UPDATEs, End-of-RIB among them
/// @param updatesReceived UPDATEs without fault
/// @param updatesFaulty UPDATEs of which RFC 7606 let us use a part only, or nothing
/// @param keepalivesSent KEEPALIVEs
/// @param keepalivesReceived KEEPALIVEs
/// @param notificationsSent NOTIFICATIONs
/// @param notificationsReceived NOTIFICATIONs
public record MessageCounters(
        long updatesSent,
        long updatesReceived,
        long updatesFaulty,
        long keepalivesSent,
        long keepalivesReceived,
        long notificationsSent,
        long notificationsReceived) {
    public static final MessageCounters NONE = new MessageCounters(0, 0, 0, 0, 0, 0, 0);
}
