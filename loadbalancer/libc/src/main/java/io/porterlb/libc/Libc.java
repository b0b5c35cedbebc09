package io.porterlb.libc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/// Calls of the C library, with their errors; one that a signal interrupts (EINTR) counts as one that had
/// nothing to do. For the thread of its arena, which is to be a platform thread: a virtual one would keep its
/// carrier from all others while a call waits.
public final class Libc {
    private static final int EINTR = 4;

    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle SOCKET =
            function("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle SET_OPTION =
            function("setsockopt", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle BIND =
            function("bind", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle SEND_TO = function(
            "sendto", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle RECEIVE =
            function("recvmsg", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle POLL =
            function("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle EVENT = function("eventfd", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle READ =
            function("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle WRITE =
            function("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle CONTROL = function(
            "ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle INTERFACE_INDEX =
            function("if_nametoindex", FunctionDescriptor.of(JAVA_INT, ADDRESS));

    private final MemorySegment state;

    public Libc(Arena arena) {
        state = arena.allocate(CALL_STATE);
    }

    public int socket(int family, int type, int protocol) throws SystemCallException {
        return (int) call("socket", () -> (int) SOCKET.invokeExact(state, family, type, protocol));
    }

    public void setOption(int socket, int level, int name, MemorySegment value) throws SystemCallException {
        int length = (int) value.byteSize();
        call("setsockopt", () -> (int) SET_OPTION.invokeExact(state, socket, level, name, value, length));
    }

    public void bind(int socket, MemorySegment address) throws SystemCallException {
        int length = (int) address.byteSize();
        call("bind", () -> (int) BIND.invokeExact(state, socket, address, length));
    }

    /// Sends a packet.
    ///
    /// @param to where; [MemorySegment#NULL] if the socket is bound to it
    public void send(int socket, MemorySegment octets, MemorySegment to) throws SystemCallException {
        int length = (int) to.byteSize();
        call("sendto", () -> (long) SEND_TO.invokeExact(state, socket, octets, octets.byteSize(), 0, to, length));
    }

    /// How many octets came; the buffer says the rest (recvmsg(2)).
    public int receive(int socket, ReceiveBuffer buffer) throws SystemCallException {
        MemorySegment header = buffer.header();
        return (int) call("recvmsg", () -> (long) RECEIVE.invokeExact(state, socket, header, 0));
    }

    /// Waits until something came, no longer than so many milliseconds; for ever if that is negative.
    ///
    /// @return for how many of the descriptors (struct pollfd) there is something
    int poll(MemorySegment descriptors, int millis) throws SystemCallException {
        long count = descriptors.byteSize() / PollSet.DESCRIPTOR_LENGTH;
        return (int) call("poll", () -> (int) POLL.invokeExact(state, descriptors, count, millis));
    }

    /// A counter that another thread can wake this one by (eventfd(2)).
    public int event(int flags) throws SystemCallException {
        return (int) call("eventfd", () -> (int) EVENT.invokeExact(state, 0, flags));
    }

    /// How many octets were read; 0 at the end.
    public int read(int descriptor, MemorySegment into) throws SystemCallException {
        return (int) call("read", () -> (long) READ.invokeExact(state, descriptor, into, into.byteSize()));
    }

    public void write(int descriptor, MemorySegment octets) throws SystemCallException {
        call("write", () -> (long) WRITE.invokeExact(state, descriptor, octets, octets.byteSize()));
    }

    public void close(int descriptor) throws SystemCallException {
        call("close", () -> (int) CLOSE.invokeExact(state, descriptor));
    }

    /// Asks for what the number says (ioctl(2)).
    ///
    /// @param value of the question and of the answer
    public void control(int descriptor, long request, MemorySegment value) throws SystemCallException {
        call("ioctl", () -> (int) CONTROL.invokeExact(state, descriptor, request, value));
    }

    /// The number of a network interface, in the network namespace of this thread.
    public int interfaceIndex(MemorySegment name) throws SystemCallException {
        return (int) call("if_nametoindex", () -> {
            int index = (int) INTERFACE_INDEX.invokeExact(state, name);
            return index == 0 ? -1 : index;
        });
    }

    @FunctionalInterface
    private interface Call {
        long run() throws Throwable;
    }

    private long call(String name, Call call) throws SystemCallException {
        long result = run(call);
        if (result < 0) {
            throw new SystemCallException(name, errno());
        }
        return result;
    }

    /// A call that a signal interrupted has done nothing, as one that had nothing to do.
    private long run(Call call) {
        try {
            long result = call.run();
            return result < 0 && errno() == EINTR ? 0 : result;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private int errno() {
        return (int) ERRNO.get(state, 0L);
    }

    @SuppressWarnings("restricted") // native access is what this class is for; the launcher grants it
    private static MethodHandle function(String name, FunctionDescriptor type, Linker.Option... more) {
        Linker linker = Linker.nativeLinker();
        Linker.Option[] options = Arrays.copyOf(more, more.length + 1);
        options[more.length] = Linker.Option.captureCallState("errno");
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type, options);
    }
}
