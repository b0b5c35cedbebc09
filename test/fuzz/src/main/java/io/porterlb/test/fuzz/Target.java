package io.porterlb.test.fuzz;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// The decoders that are fuzzed.
public enum Target {
    BGP_OPEN(BgpOpen.class),
    BGP_UPDATE(BgpUpdate.class),
    BGP_STREAM(BgpStream.class),
    BFD_PACKETS(BfdPackets.class),
    LAYER2_FRAMES(Layer2Frames.class),
    OWNERSHIP_MESSAGES(OwnershipMessages.class);

    private final Class<?> type;

    Target(Class<?> type) {
        this.type = type;
    }

    /// The target whose class has this simple name.
    static Optional<Target> of(String name) {
        return Arrays.stream(values())
                .filter(target -> target.toString().equals(name))
                .findFirst();
    }

    String className() {
        return type.getName();
    }

    /// Inputs to start from, under the root of the repository: seeds, and whatever was found wrong once.
    Path corpus(Path root) {
        return root.resolve("test/fuzz/src/test/resources/corpus").resolve(toString());
    }

    /// The simple name of its class, as on the command line.
    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
