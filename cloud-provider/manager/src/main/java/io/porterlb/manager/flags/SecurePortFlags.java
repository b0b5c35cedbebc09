package io.porterlb.manager.flags;

import static io.porterlb.manager.flags.FlagGroup.given;
import static io.porterlb.manager.flags.FlagGroup.outside;
import static io.porterlb.manager.flags.FlagGroup.unless;

import io.porterlb.address.IpAddress;
import io.porterlb.manager.serving.KeyPairFiles;
import io.porterlb.manager.serving.TlsSettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// The port for metrics and health, with TLS.
public final class SecurePortFlags implements FlagGroup {
    @Option(
            names = "--secure-port",
            paramLabel = "PORT",
            defaultValue = "10258",
            description = "Port of /healthz, /livez, /readyz, /metrics and /configz, by HTTPS; 0 for none. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int port = 10_258;

    @Option(
            names = "--bind-address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address of that port. Default: ${DEFAULT-VALUE}. (Elsewhere 0.0.0.0; here nobody reaches"
                    + " what they need not. For a Prometheus on another machine write the node's address.)")
    private String address = "127.0.0.1";

    @Option(
            names = "--tls-cert-file",
            paramLabel = "FILE",
            description = "Certificate of that port, PEM, with those that signed it; read again when it changes."
                    + " Default: one of its own making.")
    private String certificate = "";

    @Option(names = "--tls-private-key-file", paramLabel = "FILE", description = "Its private key, PEM.")
    private String privateKey = "";

    @Option(
            names = "--cert-dir",
            paramLabel = "FOLDER",
            description = "Where cloud-controller-manager.crt and cloud-controller-manager.key are, unless"
                    + " --tls-cert-file is given. Nothing is written there.")
    private String folder = "";

    @Option(
            names = "--tls-min-version",
            paramLabel = "VERSION",
            defaultValue = "VersionTLS12",
            description = "VersionTLS12 or VersionTLS13. Default: ${DEFAULT-VALUE}.")
    private String minVersion = "VersionTLS12";

    @Option(
            names = "--tls-cipher-suites",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Cipher suites, by their names in the IANA registry, beside those of TLS 1.3, which are always"
                            + " there. What the JDK lacks or holds for too weak is left out. Default: those of the JDK.")
    private List<String> cipherSuites = List.of();

    @Option(
            names = "--authorization-always-allow-paths",
            paramLabel = "PATH",
            split = ",",
            defaultValue = "/healthz,/readyz,/livez",
            description = "Paths that anybody may read; a * at the end stands for any. Default: ${DEFAULT-VALUE}.")
    private List<String> openPaths = List.of("/healthz", "/readyz", "/livez");

    @Override
    public Stream<String> faults() {
        return Stream.of(
                        outside("--secure-port", port, 0, 0xFFFF),
                        unless(
                                isAddress(address),
                                "--bind-address=" + address
                                        + " is no IP address: write for instance 127.0.0.1 or ::1."),
                        unless(
                                certificate.isEmpty() == privateKey.isEmpty(),
                                "--tls-cert-file and --tls-private-key-file belong together: give both or none."),
                        TlsSettings.faults(minVersion, cipherSuites),
                        openPaths.stream().flatMap(SecurePortFlags::noPath))
                .flatMap(faults -> faults);
    }

    private static boolean isAddress(String text) {
        try {
            IpAddress.of(text);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Stream<String> noPath(String path) {
        return unless(
                path.startsWith("/"),
                "--authorization-always-allow-paths: '" + path + "' is no path: write for instance /healthz.");
    }

    /// Where to listen; empty for nowhere.
    public Optional<InetSocketAddress> address() {
        return port == 0
                ? Optional.empty()
                : Optional.of(new InetSocketAddress(IpAddress.of(address).toInetAddress(), port));
    }

    /// Certificate and versions.
    public TlsSettings tls() {
        return new TlsSettings(files(), minVersion, cipherSuites);
    }

    private Optional<KeyPairFiles> files() {
        return given(certificate)
                .map(file -> new KeyPairFiles(Path.of(file), Path.of(privateKey)))
                .or(() -> given(folder).map(Path::of).flatMap(KeyPairFiles::in));
    }

    /// What anybody may read.
    public List<String> openPaths() {
        return openPaths;
    }
}
