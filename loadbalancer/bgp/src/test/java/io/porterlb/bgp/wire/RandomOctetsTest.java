package io.porterlb.bgp.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever comes, reading answers with a value, and moves on or waits; a message without fault means the same after
/// it was written.
class RandomOctetsTest {
    private static final int MESSAGES_PER_SEED = 2000;
    private static final Set<AddressFamily> FAMILIES = Set.of(AddressFamily.IPV4_UNICAST, AddressFamily.IPV6_UNICAST);

    static LongStream seeds() {
        long first = System.nanoTime();
        return LongStream.concat(LongStream.range(0, 8), LongStream.range(first, first + 2));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bodiesAtRandom(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < MESSAGES_PER_SEED; i++) {
            byte[] body = new byte[random.nextInt(random.nextBoolean() ? 40 : 600)];
            random.nextBytes(body);
            readAll(framed(body, 1 + random.nextInt(5)), random);
        }
    }

    /// A good message with a few octets changed reaches deeper than noise does.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void goodMessagesWithOctetsChanged(long seed) {
        Random random = new Random(seed);
        var pairs = MessagePairsTest.pairs().toList();
        for (int i = 0; i < MESSAGES_PER_SEED; i++) {
            byte[] message = Hex.bytes(pairs.get(random.nextInt(pairs.size())).hex());
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                message[16 + random.nextInt(message.length - 16)] = (byte) random.nextInt();
            }
            readAll(Unpooled.wrappedBuffer(message), random);
        }
    }

    private static ByteBuf framed(byte[] body, int type) {
        ByteBuf out = Unpooled.buffer();
        out.writeLong(-1).writeLong(-1).writeShort(MessageHeader.LENGTH + body.length);
        return out.writeByte(type).writeBytes(body);
    }

    private static void readAll(ByteBuf in, Random random) {
        CodecContext context = context(random);
        boolean goesOn = true;
        while (goesOn && in.isReadable()) {
            int before = in.readerIndex();
            Optional<ReadResult> result = MessageReader.read(in, context);
            boolean refused = result.isPresent() && result.get() instanceof ReadResult.Refused;
            goesOn = result.isPresent() && !refused;
            assertTrue(!goesOn || in.readerIndex() > before, "a message that took nothing");
            result.ifPresent(read -> assertSameWhenWritten(read, context));
        }
    }

    /// The same families with path identifiers both ways, so that what was read can be written and read again.
    private static CodecContext context(Random random) {
        Set<AddressFamily> families = anyOf(FAMILIES, random);
        Set<AddressFamily> addPath = anyOf(families, random);
        return new CodecContext(
                random.nextBoolean(), random.nextBoolean(), families, addPath, addPath, random.nextBoolean());
    }

    private static Set<AddressFamily> anyOf(Set<AddressFamily> all, Random random) {
        return all.stream().filter(family -> random.nextBoolean()).collect(Collectors.toSet());
    }

    private static void assertSameWhenWritten(ReadResult read, CodecContext context) {
        if (read instanceof ReadResult.Ok(BgpMessage message)) {
            ByteBuf out = Unpooled.buffer();
            MessageWriter.write(message, out, context);
            assertEquals(Optional.of(read), MessageReader.read(out, context));
        }
    }
}
