package io.porterlb.kube.http;

/// What a request body is.
public enum ContentType {
    JSON("application/json"),
    /// [RFC 7386](https://www.rfc-editor.org/rfc/rfc7386): lists are replaced, null removes.
    MERGE_PATCH("application/merge-patch+json"),
    /// Kubernetes' own: lists are merged as each field's `patchStrategy` says. Built-in kinds only.
    STRATEGIC_MERGE_PATCH("application/strategic-merge-patch+json");

    private final String text;

    ContentType(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
