package io.porterlb.test.cluster.kubernetes;

import io.porterlb.test.cluster.fabric.Addresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Certificates, keys and kubeconfig files of a cluster, in its run folder.
///
/// @param folder the run folder
public record Pki(Path folder) {
    private static final String ADMIN_GROUP = "system:masters";

    Path file(String name) {
        return folder.resolve("pki").resolve(name);
    }

    /// The kubeconfig file of a component, which calls the API server by its own address.
    Path kubeconfig(String component) {
        return folder.resolve("kubeconfig").resolve(component + ".conf");
    }

    /// The administrator's kubeconfig file for the namespaces of the cluster.
    public Path internalKubeconfig() {
        return kubeconfig("admin");
    }

    /// The administrator's kubeconfig file for the root namespace.
    public Path outerKubeconfig() {
        return folder.resolve("kubeconfig.conf");
    }

    /// Makes everything; nodes' certificates too.
    ///
    /// @param outerPort of 127.0.0.1 in the root namespace, where the API server is reached from outside
    public void create(Addresses addresses, int outerPort) {
        var authority = new CertificateAuthority(Instant.now());
        authority.own().write(file(""), "ca");
        CertificateAuthority.bareKeys().write(file(""), "service-accounts");
        authority.issue("kube-apiserver", "", serverNames(addresses)).write(file(""), "apiserver");
        authority.issue("kube-apiserver-kubelet-client", ADMIN_GROUP, List.of()).write(file(""), "kubelet-client");
        String inner = "https://" + addresses.controlPlane() + ":" + ControlPlane.PORT;
        Credentials admin = authority.issue("kubernetes-admin", ADMIN_GROUP, List.of());
        writeKubeconfig(internalKubeconfig(), authority, inner, admin);
        writeKubeconfig(outerKubeconfig(), authority, "https://127.0.0.1:" + outerPort, admin);
        for (String component : List.of("kube-controller-manager", "kube-scheduler", "kube-proxy")) {
            Credentials credentials = authority.issue("system:" + component, "", List.of());
            writeKubeconfig(kubeconfig(component), authority, inner, credentials);
        }
        addresses.nodeNumbers().forEach(node -> createForNode(authority, addresses, node, inner));
    }

    /// To Kubernetes' Node authorizer, a kubelet is `system:node:NAME` in the group `system:nodes`.
    private void createForNode(CertificateAuthority authority, Addresses addresses, int node, String server) {
        String name = "node" + node;
        var names = new ArrayList<>(addresses.nodeAddresses(node));
        names.add(name);
        Credentials credentials = authority.issue("system:node:" + name, "system:nodes", names);
        credentials.write(file(""), name);
        writeKubeconfig(kubeconfig(name), authority, server, credentials);
    }

    private static List<String> serverNames(Addresses addresses) {
        var names = new ArrayList<>(List.of(
                "kubernetes",
                "kubernetes.default",
                "kubernetes.default.svc",
                "kubernetes.default.svc.cluster.local",
                "localhost",
                "127.0.0.1",
                addresses.apiService()));
        names.addAll(addresses.controlPlaneAddresses());
        return names;
    }

    private static void writeKubeconfig(
            Path file, CertificateAuthority authority, String server, Credentials credentials) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, kubeconfig(server, authority.certificate(), credentials));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String kubeconfig(String server, String authority, Credentials credentials) {
        return """
                apiVersion: v1
                kind: Config
                current-context: porterlb
                contexts:
                - name: porterlb
                  context: {cluster: porterlb, user: porterlb}
                clusters:
                - name: porterlb
                  cluster:
                    server: %s
                    certificate-authority-data: %s
                users:
                - name: porterlb
                  user:
                    client-certificate-data: %s
                    client-key-data: %s
                """.formatted(server, base64(authority), base64(credentials.certificate()), base64(credentials.key()));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
