package io.porterlb.images.program;

import io.porterlb.images.process.ImageException;
import io.porterlb.images.process.Tool;
import io.porterlb.images.root.Root;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs programs inside the root file system of an image, as a container would: the root is read-only, `/tmp` and the
/// service account are mounted. The network is that of this machine. It needs no root where the kernel lets users make
/// namespaces of their own; as root it needs nothing.
///
/// @param tmp a folder of this machine that is `/tmp` inside
/// @param serviceAccount a folder of this machine with the files that a kubelet gives a Pod
public record Sandbox(Root root, Path tmp, Path serviceAccount) {
    /// Mounts, then becomes the program: signals to the process reach it.
    private static final String ENTER = """
            set -e
            root=$1 tmp=$2 account=$3
            shift 3
            mount --rbind "$root" "$root"
            mount --rbind /proc "$root/proc"
            mount --rbind /dev "$root/dev"
            mount --bind "$tmp" "$root/tmp"
            mount --bind "$account" "$root/var/run/secrets/kubernetes.io/serviceaccount"
            mount -o remount,bind,ro "$root"
            exec chroot "$root" "$@"
            """;

    /// The words that start a program of the image from this machine.
    ///
    /// @param program its path in the image and its arguments
    public List<String> command(List<String> program) {
        List<String> words = new ArrayList<>(List.of("unshare", "--mount", "--map-root-user", "sh", "-c", ENTER, "sh"));
        words.addAll(List.of(root.folder().toString(), tmp.toString(), serviceAccount.toString()));
        words.addAll(program);
        return words;
    }

    /// Runs a program to its end and gives what it printed.
    ///
    /// @throws ImageException with what it printed, if it fails
    public String run(List<String> program) {
        return Tool.run(command(program));
    }
}
