package io.porterlb.test.e2e.install;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.porterlb.test.cluster.KubernetesCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A kubeconfig with the rights of one ServiceAccount, as a Pod of it would have: the programs are tested with the RBAC
/// that they are installed with.
final class ServiceAccountKubeconfig {
    private static final String NAMESPACE = "porterlb-system";
    private static final String LIFETIME = "24h";

    private ServiceAccountKubeconfig() {}

    static Path write(KubernetesCluster cluster, String account) {
        String token = cluster.kubectl(create(account)).strip();
        return write(cluster, account, token);
    }

    /// With a token that says which node it is for, as those of Pods on it do: the API server lets an agent report for
    /// its own node only.
    static Path writeForNode(KubernetesCluster cluster, String account, String node) {
        List<String> create = new ArrayList<>(List.of(create(account)));
        create.addAll(List.of("--bound-object-kind", "Node", "--bound-object-name", node));
        String token = cluster.kubectl(create.toArray(String[]::new)).strip();
        return write(cluster, account + "-" + node, token);
    }

    private static String[] create(String account) {
        return new String[] {"--namespace", NAMESPACE, "create", "token", account, "--duration", LIFETIME};
    }

    private static Path write(KubernetesCluster cluster, String name, String token) {
        Path file = cluster.folder().resolve(name + ".kubeconfig");
        try {
            return Files.writeString(file, kubeconfig(cluster, token).toString());
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + file, e);
        }
    }

    private static JsonObject kubeconfig(KubernetesCluster cluster, String token) {
        JsonObject config = cluster.kubectlJson(
                "config",
                "view",
                "--raw",
                "--kubeconfig",
                cluster.internalKubeconfig().toString());
        JsonObject user = new JsonObject();
        user.addProperty("token", token);
        JsonObject named = new JsonObject();
        named.add("user", user);
        String name = config.getAsJsonArray("users")
                .get(0)
                .getAsJsonObject()
                .get("name")
                .getAsString();
        named.addProperty("name", name);
        JsonArray users = new JsonArray();
        users.add(named);
        config.add("users", users);
        return config;
    }
}
