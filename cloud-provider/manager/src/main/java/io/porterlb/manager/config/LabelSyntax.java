package io.porterlb.manager.config;

import java.util.regex.Pattern;

/// What the API server takes as a label (`k8s.io/apimachinery/pkg/util/validation`, `IsQualifiedName` and
/// `IsValidLabelValue`).
public final class LabelSyntax {
    private static final String WORD = "[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?";
    private static final String DNS_LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
    private static final Pattern VALUE = Pattern.compile(WORD);
    private static final Pattern KEY =
            Pattern.compile("((?=[^/]{1,253}/)" + DNS_LABEL + "(\\." + DNS_LABEL + ")*/)?" + WORD);

    /// As `k8s.io/cloud-provider` has it (`controllers/node/node_controller.go`).
    private static final Pattern RESERVED = Pattern.compile("(^|.*\\.)(kubernetes|k8s)\\.io/.*");

    private LabelSyntax() {}

    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /// A value that is not empty.
    static boolean isValue(String text) {
        return VALUE.matcher(text).matches();
    }

    /// Whether the key belongs to Kubernetes, so that a cloud provider may not make labels of it.
    public static boolean isReserved(String key) {
        return RESERVED.matcher(key).matches();
    }
}
