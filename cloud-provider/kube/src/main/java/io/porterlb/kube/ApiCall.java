package io.porterlb.kube;

import java.time.Duration;

/// A call to the API server, or the begin of a watch, that has ended.
///
/// @param method of HTTP
/// @param host that it went to, with the port, as Kubernetes' own programs name it in their metrics
/// @param code HTTP status, or `<error>`
/// @param time until the head of the answer was there
public record ApiCall(String method, String host, String code, Duration time) {}
