package io.porterlb.test.cluster.router;

import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.CommandResult;
import io.porterlb.test.cluster.process.HostProcess;
import io.porterlb.test.cluster.process.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// What routers of all kinds share: the processes of their daemons, and the kernel that these are in.
abstract sealed class DaemonRouter implements Router permits FrrRouter, BirdRouter, GobgpRouter {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final RouterSpec spec;
    private final NetworkNamespace namespace;
    private final Place place;
    private final Path folder;

    DaemonRouter(RouterSpec spec, NetworkNamespace namespace, Place place, Path folder) {
        this.spec = spec;
        this.namespace = namespace;
        this.place = place;
        this.folder = folder;
    }

    /// The names of its processes, in the order in which they are started.
    abstract List<String> daemons();

    RouterSpec spec() {
        return spec;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public final String name() {
        return spec.name();
    }

    @Override
    public final long as() {
        return spec.as();
    }

    @Override
    public final NetworkNamespace namespace() {
        return namespace;
    }

    @Override
    public final Set<String> kernelNextHops(String prefix) {
        return KernelRoutes.nextHops(namespace, prefix);
    }

    final void write(String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException("can't configure router " + name() + ": " + e.getMessage(), e);
        }
    }

    final void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs a program in the namespace, whatever its exit status.
    final CommandResult ask(List<String> words) {
        return Command.of(namespace.command(words)).result();
    }

    final boolean isRunning(String daemon) {
        return process(daemon).filter(HostProcess::isAlive).isPresent();
    }

    /// Returns when it answers.
    final void startDaemon(String daemon, List<String> words, BooleanSupplier answers) {
        HostProcess process = HostProcess.start(place, daemon, words);
        boolean up = Await.until(START_LIMIT, () -> !process.isAlive() || answers.getAsBoolean());
        if (!up || !process.isAlive()) {
            throw process.failure("it does not answer");
        }
    }

    final Optional<HostProcess> process(String daemon) {
        return HostProcess.find(place, daemon);
    }

    private void each(Consumer<HostProcess> action) {
        daemons().reversed().forEach(daemon -> process(daemon).ifPresent(action));
    }

    @Override
    public final void stop() {
        each(HostProcess::stop);
    }

    @Override
    public final void kill() {
        each(HostProcess::kill);
    }

    @Override
    public final void pause() {
        each(HostProcess::pause);
    }

    @Override
    public final void resume() {
        each(HostProcess::resume);
    }

    @Override
    public final String toString() {
        return name();
    }
}
