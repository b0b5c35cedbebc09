package io.porterlb.test.e2e.install;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.porterlb.test.cluster.KubernetesCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A kubeconfig with the rights of one ServiceAccount, for whoever is to have no others.
public final class ServiceAccountKubeconfig {
    private static final String NAMESPACE = "porterlb-system";
    private static final String LIFETIME = "24h";

    private ServiceAccountKubeconfig() {}

    /// Of a ServiceAccount in the namespace of PorterLB.
    public static Path write(KubernetesCluster cluster, String account) {
        String token = cluster.kubectl("--namespace", NAMESPACE, "create", "token", account, "--duration", LIFETIME)
                .strip();
        return write(cluster, account, token);
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
                "config", "view", "--raw", "--kubeconfig", cluster.kubeconfig().toString());
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
