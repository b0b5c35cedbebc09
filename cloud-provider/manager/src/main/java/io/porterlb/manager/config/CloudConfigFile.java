package io.porterlb.manager.config;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The file of `--cloud-config`, read again and again on a virtual thread of its own. It is small, and what a
/// kubelet does to the files of a ConfigMap shows in their content only.
///
/// A version that can't be followed is refused with a sentence in the log, and the one before stays in force.
public final class CloudConfigFile implements AutoCloseable {
    private static final Logger LOG = System.getLogger(CloudConfigFile.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Optional<Path> file;
    private volatile CloudConfig current;
    private ConfigReading last; // the thread's own, once it runs
    private @Nullable Thread thread;

    private CloudConfigFile(Optional<Path> file, CloudConfig first) {
        this.file = file;
        this.current = first;
        this.last = new ConfigReading.Read(first);
    }

    /// A file that has been read once.
    ///
    /// @param first what it says now
    public static CloudConfigFile of(Path file, CloudConfig first) {
        return new CloudConfigFile(Optional.of(file), first);
    }

    /// Where there is no file: nothing is said about any node, for ever.
    public static CloudConfigFile none() {
        return new CloudConfigFile(Optional.empty(), CloudConfig.NONE);
    }

    /// What is in force. Any thread.
    public CloudConfig current() {
        return current;
    }

    /// Begins to read it again.
    ///
    /// @param onChange called on another thread each time that something else is in force
    public void follow(Runnable onChange) {
        thread = file.map(path -> Thread.ofVirtual().name("cloud config").start(() -> run(path, onChange)))
                .orElse(null);
    }

    private void run(Path path, Runnable onChange) {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                if (readAgain(path)) {
                    onChange.run();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the end
        }
    }

    /// Reads it once more.
    ///
    /// @return whether something else is in force now
    boolean readAgain(Path path) {
        ConfigReading reading = CloudConfig.read(path);
        if (reading.equals(last)) {
            return false;
        }
        last = reading;
        return switch (reading) {
            case ConfigReading.Read(CloudConfig config) -> take(path, config);
            case ConfigReading.Refused(String sentence) -> refuse(sentence);
        };
    }

    private boolean take(Path path, CloudConfig config) {
        boolean changed = !config.equals(current);
        LOG.log(Level.INFO, () -> path + ": this version is in force now.");
        current = config;
        return changed;
    }

    private static boolean refuse(String sentence) {
        LOG.log(Level.ERROR, () -> sentence + " The version before stays in force.");
        return false;
    }

    /// Its path, as the flag was written; empty without a file.
    @Override
    public String toString() {
        return file.map(Path::toString).orElse("");
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
