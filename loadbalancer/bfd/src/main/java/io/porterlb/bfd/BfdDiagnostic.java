package io.porterlb.bfd;

import java.util.Arrays;

/// Why a session last changed its state ([RFC 5880 4.1](https://www.rfc-editor.org/rfc/rfc5880#section-4.1),
/// Diag).
public enum BfdDiagnostic {
    NONE(0, "No Diagnostic"),
    CONTROL_DETECTION_TIME_EXPIRED(1, "Control Detection Time Expired"),
    ECHO_FUNCTION_FAILED(2, "Echo Function Failed"),
    NEIGHBOR_SIGNALED_SESSION_DOWN(3, "Neighbor Signaled Session Down"),
    FORWARDING_PLANE_RESET(4, "Forwarding Plane Reset"),
    PATH_DOWN(5, "Path Down"),
    CONCATENATED_PATH_DOWN(6, "Concatenated Path Down"),
    ADMINISTRATIVELY_DOWN(7, "Administratively Down"),
    REVERSE_CONCATENATED_PATH_DOWN(8, "Reverse Concatenated Path Down"),
    /// Any other code that a neighbor sent; sent by us as No Diagnostic, which never happens.
    OTHER(0, "Other");

    private final int code;
    private final String words;

    BfdDiagnostic(int code, String words) {
        this.code = code;
        this.words = words;
    }

    public int code() {
        return code;
    }

    public static BfdDiagnostic of(int code) {
        return Arrays.stream(values())
                .filter(known -> known != OTHER && known.code == code)
                .findFirst()
                .orElse(OTHER);
    }

    /// The RFC's words.
    @Override
    public String toString() {
        return words;
    }
}
