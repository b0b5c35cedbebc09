package io.porterlb.images.root;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What an image has of an operating system: accounts, where names are looked up, and the shared libraries of what is
/// in it. No shell, no package manager.
public final class SystemFiles {
    private static final String NOBODY = "/nonexistent:/sbin/nologin";

    private final Root root;
    private final NavigableSet<Path> taken = new TreeSet<>();

    public SystemFiles(Root root) {
        this.root = root;
    }

    /// Accounts and mount points. The user 65532 is the `nonroot` of other people's images.
    public void addAccounts() {
        root.write("/etc/passwd", "root:x:0:0:root:" + NOBODY + "\nnonroot:x:65532:65532:nonroot:" + NOBODY + "\n");
        root.write("/etc/group", "root:x:0:\nnonroot:x:65532:\n");
        root.write("/etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n");
        for (String mount : List.of("/dev", "/proc", "/run", "/sys", "/var/run/secrets/kubernetes.io/serviceaccount")) {
            root.makeFolder(mount, "rwxr-xr-x");
        }
        root.makeFolder("/tmp", "rwxrwxrwx");
    }

    /// nft, and iptables with both of its back ends. Each name is a file of its own; a program of several names looks
    /// at the one that it is called by.
    public void addPacketTools() {
        take("/usr/sbin/nft", "/usr/sbin/nft");
        for (String family : List.of("iptables", "ip6tables")) {
            for (String verb : List.of("", "-save", "-restore")) {
                take("/usr/sbin/xtables-nft-multi", "/usr/sbin/" + family + verb);
                take("/usr/sbin/xtables-nft-multi", "/usr/sbin/" + family + "-nft" + verb);
                take("/usr/sbin/xtables-legacy-multi", "/usr/sbin/" + family + "-legacy" + verb);
            }
        }
        extensions().forEach(file -> take(file.toString(), file.toString()));
    }

    /// iptables loads an extension for each match and target, by name.
    private static List<Path> extensions() {
        try (Stream<Path> files = Files.walk(Path.of("/usr/lib"), 3)) {
            return files.filter(f -> f.toString().matches(".*/xtables/[^/]+[.]so"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The shared libraries that programs and libraries in the image load. Comes after everything else.
    public void addSharedLibraries() {
        List<Path> loading =
                root.files().stream().filter(SystemFiles::loadsLibraries).toList();
        SharedLibraries.missingIn(root, loading).forEach(library -> take(library, library));
    }

    private static boolean loadsLibraries(Path file) {
        return Files.isRegularFile(file) && (file.toString().endsWith(".so") || Files.isExecutable(file));
    }

    private void take(String from, String to) {
        root.copy(Path.of(from), to);
        taken.add(Path.of(from));
    }

    /// Whence the files are.
    public List<DebianPackage> packages() {
        return new ArrayList<>(DebianPackage.owners(taken));
    }
}
