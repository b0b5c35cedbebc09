package io.porterlb.test.architecture.planted.agent;

import io.kubernetes.client.openapi.ApiClient;

public record AgentThatUsesKubernetes(ApiClient client) {}
