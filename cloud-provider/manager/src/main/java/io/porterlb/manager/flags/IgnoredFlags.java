package io.porterlb.manager.flags;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Flags that other cloud-controller-managers have and that mean nothing here: a cluster's arguments must not
/// keep this program from starting. Those that are given are warned about, once.
///
/// @param reason why they mean nothing, as the second half of a sentence
public record IgnoredFlags(String reason, List<String> names) {
    private static final List<IgnoredFlags> ALL = List.of(
            of(
                    "PorterLB makes no routes to Pods and gives Nodes no Pod CIDRs; the CNI does",
                    "--configure-cloud-routes",
                    "--allocate-node-cidrs",
                    "--cluster-cidr",
                    "--cidr-allocator-type",
                    "--node-cidr-mask-size",
                    "--node-cidr-mask-size-ipv4",
                    "--node-cidr-mask-size-ipv6",
                    "--service-cluster-ip-range",
                    "--route-reconciliation-period"),
            of(
                    "everything is watched, and nothing is read again by the clock",
                    "--node-sync-period",
                    "--min-resync-period",
                    "--node-monitor-period",
                    "--node-status-update-frequency",
                    "--controller-start-interval"),
            of(
                    "there is no in-tree provider to take a Lease over from",
                    "--enable-leader-migration",
                    "--leader-migration-config"),
            of(
                    "one service account, or one kubeconfig, is used for everything",
                    "--use-service-account-credentials",
                    "--authentication-kubeconfig",
                    "--authorization-kubeconfig"),
            of(
                    "the secure port takes bearer tokens, which the API server checks (TokenReview, SubjectAccessReview), and"
                            + " no client certificates or proxies",
                    "--authentication-skip-lookup",
                    "--authentication-tolerate-lookup-failure",
                    "--authentication-token-webhook-cache-ttl",
                    "--authorization-webhook-cache-authorized-ttl",
                    "--authorization-webhook-cache-unauthorized-ttl",
                    "--client-ca-file",
                    "--requestheader-allowed-names",
                    "--requestheader-client-ca-file",
                    "--requestheader-extra-headers-prefix",
                    "--requestheader-group-headers",
                    "--requestheader-uid-headers",
                    "--requestheader-username-headers"),
            of(
                    "the secure port has one address, one certificate and HTTP/1.1",
                    "--http2-max-streams-per-connection",
                    "--disable-http2-serving",
                    "--permit-address-sharing",
                    "--permit-port-sharing",
                    "--tls-sni-cert-key"),
            of(
                    "there are no webhooks",
                    "--webhooks",
                    "--webhook-bind-address",
                    "--webhook-secure-port",
                    "--webhook-cert-dir",
                    "--webhook-tls-cert-file",
                    "--webhook-tls-private-key-file"),
            of(
                    "this is a program of its own, without what Kubernetes' libraries for Go bring along",
                    "--feature-gates",
                    "--profiling",
                    "--contention-profiling",
                    "--vmodule",
                    "--logging-format",
                    "--log-flush-frequency",
                    "--log-text-info-buffer-size",
                    "--log-text-split-stream",
                    "--log-json-info-buffer-size",
                    "--log-json-split-stream",
                    "--kube-api-content-type",
                    "--show-hidden-metrics-for-version",
                    "--disabled-metrics",
                    "--allow-metric-labels",
                    "--allow-metric-labels-manifest"),
            of("that is for other cloud providers", "--allow-untagged-cloud", "--external-cloud-volume-plugin"));

    public IgnoredFlags {
        names = List.copyOf(names);
    }

    private static IgnoredFlags of(String reason, String... names) {
        return new IgnoredFlags(reason, List.of(names));
    }

    /// Adds them to a command, each with or without a value.
    public static final class Accepted implements IModelTransformer {
        /// For picocli.
        public Accepted() {}

        @Override
        public CommandSpec transform(CommandSpec command) {
            allNames()
                    .forEach(name -> command.addOption(OptionSpec.builder(name)
                            .type(String.class)
                            .arity("0..1")
                            .fallbackValue("true")
                            .hidden(true)
                            .build()));
            command.usageMessage().footer("", "Accepted, and without effect: " + String.join(", ", allNames()) + ".");
            return command;
        }

        private static List<String> allNames() {
            return ALL.stream().flatMap(flags -> flags.names.stream()).toList();
        }
    }

    /// A sentence for each reason not to heed flags that were given.
    public static List<String> warnings(ParseResult given) {
        return ALL.stream().flatMap(flags -> flags.warning(given)).toList();
    }

    private Stream<String> warning(ParseResult given) {
        List<String> found = names.stream().filter(given::hasMatchedOption).toList();
        return found.isEmpty()
                ? Stream.empty()
                : Stream.of(found.stream().collect(Collectors.joining(", ", "No effect: ", ": ")) + reason + ".");
    }
}
