package io.porterlb.test.cluster.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Keeps others out, in this JVM and in other processes, until it is closed by the thread that took it.
public final class FileLock implements AutoCloseable {
    /// The kernel's lock belongs to the process, so that threads need one of their own.
    private static final ConcurrentHashMap<Path, ReentrantLock> IN_THIS_JVM = new ConcurrentHashMap<>();

    private final FileChannel channel;
    private final ReentrantLock own;

    private FileLock(FileChannel channel, ReentrantLock own) {
        this.channel = channel;
        this.own = own;
    }

    /// Waits for the lock on this file, which is made where it does not exist, and stays.
    public static FileLock take(Path file) {
        Path path = file.toAbsolutePath().normalize();
        ReentrantLock own = IN_THIS_JVM.computeIfAbsent(path, _ -> new ReentrantLock());
        own.lock();
        try {
            Files.createDirectories(path.getParent());
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return new FileLock(channel, own);
        } catch (IOException e) {
            own.unlock();
            throw new UncheckedIOException("can't lock " + path + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            own.unlock();
        }
    }
}
