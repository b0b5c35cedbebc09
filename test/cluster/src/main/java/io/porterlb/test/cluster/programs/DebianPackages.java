package io.porterlb.test.cluster.programs;

import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.CommandResult;
import io.porterlb.test.cluster.process.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The Debian or Ubuntu packages that the test bed needs, and how they come onto the machine.
public final class DebianPackages {
    private static final List<String> NODES = List.of(
            "containerd",
            "runc",
            "containernetworking-plugins",
            "iptables",
            "nftables",
            "conntrack",
            "iproute2",
            "util-linux");
    private static final List<String> ROUTERS = List.of("frr", "bird2", "gobgpd");
    private static final List<String> IMAGES =
            List.of("busybox-static", "dash", "bind9-dnsutils", "netcat-openbsd", "wget", "curl");
    private static final List<String> OBSERVERS = List.of(
            "etcd-client",
            "tcpdump",
            "tshark",
            "iputils-arping",
            "iputils-ping",
            "ndisc6",
            "openssl",
            "procps",
            "ethtool");

    private static final Path POLICY = Path.of("/usr/sbin/policy-rc.d");
    private static final String START_NOTHING =
            "#!/bin/sh\n# PorterLB's test bed: no daemon is started on install.\nexit 101\n";
    private static final Path LOCK = Path.of("/var/tmp/porterlb-packages.lock");
    private static final Duration INSTALL_LIMIT = Duration.ofMinutes(15);

    private DebianPackages() {}

    /// Installs what is missing. A daemon that a package brings is not started: ours run in namespaces.
    public static void install(Progress progress) {
        if (missing().isEmpty()) {
            return;
        }
        requireApt();
        try (FileLock _ = FileLock.take(LOCK)) {
            List<String> missing = missing();
            if (!missing.isEmpty()) {
                progress.says("installing " + String.join(" ", missing) + " ...");
                withoutStartingDaemons(() -> aptGet(missing));
            }
        }
    }

    private static List<String> missing() {
        var wanted = new ArrayList<>(NODES);
        wanted.addAll(ROUTERS);
        wanted.addAll(IMAGES);
        wanted.addAll(OBSERVERS);
        wanted.removeAll(installed());
        return wanted;
    }

    private static List<String> installed() {
        CommandResult list = Command.of("sh", "-c", "dpkg-query -W -f '${db:Status-Status} ${Package}\\n'")
                .result();
        return list.output()
                .lines()
                .filter(line -> line.startsWith("installed "))
                .map(line -> line.substring("installed ".length()))
                .collect(Collectors.toList());
    }

    private static void requireApt() {
        if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            throw new MissingPrerequisiteException(
                    "apt-get is missing: the test bed installs what it needs on Debian 12 or newer, or Ubuntu 24.04 or newer.");
        }
    }

    /// The package lists of a fresh machine are empty or old, hence the update first.
    private static void aptGet(List<String> packages) {
        apt(List.of("update", "-qq"));
        var install = new ArrayList<>(List.of("install", "-y", "-qq", "--no-install-recommends"));
        install.addAll(packages);
        apt(install);
    }

    private static void apt(List<String> words) {
        var command = new ArrayList<>(
                List.of("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300"));
        command.addAll(words);
        Command.of(command).withLimit(INSTALL_LIMIT).run();
    }

    /// Package scripts ask `policy-rc.d` whether they may start a daemon (invoke-rc.d(8)); an existing one is put back.
    private static void withoutStartingDaemons(Runnable install) {
        Path aside = POLICY.resolveSibling("policy-rc.d.porterlb");
        try {
            if (Files.exists(POLICY) && !Files.exists(aside)) {
                Files.move(POLICY, aside, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.writeString(POLICY, START_NOTHING);
            Files.setPosixFilePermissions(POLICY, PosixFilePermissions.fromString("rwxr-xr-x"));
            try {
                install.run();
            } finally {
                Files.delete(POLICY);
                if (Files.exists(aside)) {
                    Files.move(aside, POLICY, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + POLICY + ": " + e.getMessage(), e);
        }
    }
}
