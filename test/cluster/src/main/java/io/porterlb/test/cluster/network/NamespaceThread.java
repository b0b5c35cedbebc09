package io.porterlb.test.cluster.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Threads that move into a network namespace with setns(2) and end there. Never a virtual or a pooled thread: setns
/// binds the kernel's thread, which would keep the namespace for whatever runs on it next.
final class NamespaceThread {
    private static final int O_RDONLY_CLOEXEC = 0x80000;
    private static final int CLONE_NEWNET = 0x4000_0000;

    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle OPEN = function(
            "open",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
            Linker.Option.firstVariadicArg(2));
    private static final MethodHandle SETNS =
            function("setns", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    private static final MethodHandle CLOSE =
            function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private NamespaceThread() {}

    static <T> T call(Path namespace, Callable<T> code) {
        var task = new FutureTask<T>(() -> {
            enter(namespace);
            return code.call();
        });
        Thread.ofPlatform().daemon().name("in " + namespace.getFileName()).start(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while code ran in network namespace " + namespace, e);
        } catch (ExecutionException e) {
            throw unchecked(Objects.requireNonNull(e.getCause()));
        }
    }

    private static RuntimeException unchecked(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            case IOException e -> new UncheckedIOException(e);
            default -> new IllegalStateException(thrown);
        };
    }

    /// Moves the calling thread.
    private static void enter(Path namespace) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            int file = (int) OPEN.invokeExact(state, arena.allocateFrom(namespace.toString()), O_RDONLY_CLOEXEC);
            check(file, "open", namespace, state);
            int moved = (int) SETNS.invokeExact(state, file, CLONE_NEWNET);
            check(moved, "setns", namespace, state);
            check((int) CLOSE.invokeExact(state, file), "close", namespace, state);
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(int result, String call, Path namespace, MemorySegment state) throws IOException {
        if (result < 0) {
            throw new IOException("can't enter network namespace " + namespace + ": " + call + " failed with errno "
                    + (int) ERRNO.get(state, 0L) + " (root is needed, and the namespace must exist)");
        }
    }

    @SuppressWarnings("restricted") // Native access is what this class is for; the launcher grants it.
    private static MethodHandle function(String name, FunctionDescriptor type, Linker.Option... more) {
        Linker linker = Linker.nativeLinker();
        var options = new Linker.Option[more.length + 1];
        options[0] = Linker.Option.captureCallState("errno");
        System.arraycopy(more, 0, options, 1, more.length);
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type, options);
    }
}
