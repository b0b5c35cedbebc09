package io.porterlb.bgp.wire.fault;

import java.util.Arrays;

/// Error codes and subcodes of a NOTIFICATION, with their names in the
/// [registry](https://www.iana.org/assignments/bgp-parameters#bgp-parameters-3).
///
/// From RFC 4271 4.5, and: Cease subcodes RFC 4486, 8538 and 9384; FSM subcodes RFC 6608; Role Mismatch RFC 9234;
/// ROUTE-REFRESH RFC 7313; Send Hold Timer RFC 9687.
public enum NotificationCode {
    CONNECTION_NOT_SYNCHRONIZED(1, 1, "Connection Not Synchronized"),
    BAD_MESSAGE_LENGTH(1, 2, "Bad Message Length"),
    BAD_MESSAGE_TYPE(1, 3, "Bad Message Type"),

    OPEN_UNSPECIFIC(2, 0, "Unspecific"),
    UNSUPPORTED_VERSION_NUMBER(2, 1, "Unsupported Version Number"),
    BAD_PEER_AS(2, 2, "Bad Peer AS"),
    BAD_BGP_IDENTIFIER(2, 3, "Bad BGP Identifier"),
    UNSUPPORTED_OPTIONAL_PARAMETER(2, 4, "Unsupported Optional Parameter"),
    UNACCEPTABLE_HOLD_TIME(2, 6, "Unacceptable Hold Time"),
    UNSUPPORTED_CAPABILITY(2, 7, "Unsupported Capability"),
    ROLE_MISMATCH(2, 11, "Role Mismatch"),

    MALFORMED_ATTRIBUTE_LIST(3, 1, "Malformed Attribute List"),
    UNRECOGNIZED_WELL_KNOWN_ATTRIBUTE(3, 2, "Unrecognized Well-known Attribute"),
    MISSING_WELL_KNOWN_ATTRIBUTE(3, 3, "Missing Well-known Attribute"),
    ATTRIBUTE_FLAGS_ERROR(3, 4, "Attribute Flags Error"),
    ATTRIBUTE_LENGTH_ERROR(3, 5, "Attribute Length Error"),
    INVALID_ORIGIN_ATTRIBUTE(3, 6, "Invalid ORIGIN Attribute"),
    INVALID_NEXT_HOP_ATTRIBUTE(3, 8, "Invalid NEXT_HOP Attribute"),
    OPTIONAL_ATTRIBUTE_ERROR(3, 9, "Optional Attribute Error"),
    INVALID_NETWORK_FIELD(3, 10, "Invalid Network Field"),
    MALFORMED_AS_PATH(3, 11, "Malformed AS_PATH"),

    HOLD_TIMER_EXPIRED(4, 0, ""),

    FSM_UNSPECIFIC(5, 0, "Unspecific"),
    UNEXPECTED_IN_OPEN_SENT(5, 1, "Receive Unexpected Message in OpenSent State"),
    UNEXPECTED_IN_OPEN_CONFIRM(5, 2, "Receive Unexpected Message in OpenConfirm State"),
    UNEXPECTED_IN_ESTABLISHED(5, 3, "Receive Unexpected Message in Established State"),

    MAXIMUM_PREFIXES_REACHED(6, 1, "Maximum Number of Prefixes Reached"),
    ADMINISTRATIVE_SHUTDOWN(6, 2, "Administrative Shutdown"),
    PEER_DE_CONFIGURED(6, 3, "Peer De-configured"),
    ADMINISTRATIVE_RESET(6, 4, "Administrative Reset"),
    CONNECTION_REJECTED(6, 5, "Connection Rejected"),
    OTHER_CONFIGURATION_CHANGE(6, 6, "Other Configuration Change"),
    CONNECTION_COLLISION_RESOLUTION(6, 7, "Connection Collision Resolution"),
    OUT_OF_RESOURCES(6, 8, "Out of Resources"),
    HARD_RESET(6, 9, "Hard Reset"),
    BFD_DOWN(6, 10, "BFD Down"),

    INVALID_ROUTE_REFRESH_LENGTH(7, 1, "Invalid Message Length"),

    SEND_HOLD_TIMER_EXPIRED(8, 0, "");

    private final int code;
    private final int subcode;
    private final String text;

    NotificationCode(int code, int subcode, String text) {
        this.code = code;
        this.subcode = subcode;
        this.text = text;
    }

    public int code() {
        return code;
    }

    public int subcode() {
        return subcode;
    }

    /// Any code and subcode in words, those we don't know as numbers: `Cease/Peer De-configured (6/3)`.
    public static String words(int code, int subcode) {
        String text = Arrays.stream(values())
                .filter(known -> known.code == code && known.subcode == subcode)
                .map(known -> known.text)
                .findFirst()
                .orElse(subcode == 0 ? "" : "subcode " + subcode);
        return codeWords(code) + (text.isEmpty() ? "" : "/" + text) + " (" + code + "/" + subcode + ")";
    }

    private static String codeWords(int code) {
        return switch (code) {
            case 1 -> "Message Header Error";
            case 2 -> "OPEN Message Error";
            case 3 -> "UPDATE Message Error";
            case 4 -> "Hold Timer Expired";
            case 5 -> "Finite State Machine Error";
            case 6 -> "Cease";
            case 7 -> "ROUTE-REFRESH Message Error";
            case 8 -> "Send Hold Timer Expired";
            default -> "code " + code;
        };
    }

    @Override
    public String toString() {
        return words(code, subcode);
    }
}
