package io.porterlb.bgp.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.wire.attribute.AsPath;
import io.porterlb.bgp.wire.attribute.AsPathSegment;
import io.porterlb.bgp.wire.attribute.Communities;
import io.porterlb.bgp.wire.attribute.NextHop;
import io.porterlb.bgp.wire.attribute.Origin;
import io.porterlb.bgp.wire.attribute.PathAttribute;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// Prints how long it takes to write and to read 100,000 /32 in full UPDATEs, warm. To be run by hand; nothing is
/// asserted.
final class CodecTiming {
    private static final int PREFIXES = 100_000;
    private static final int PER_UPDATE = 800;
    private static final int ROUNDS = 300;
    private static final CodecContext CONTEXT = CodecContext.ipv4(true, true);
    private static final List<PathAttribute> ATTRIBUTES = List.of(
            Origin.IGP,
            new AsPath(List.of(AsPathSegment.sequence(65001L, 65002L))),
            new NextHop(IpAddress.of("192.0.2.1")),
            new Communities(List.of(0xfde80001)));

    private CodecTiming() {}

    public static void main(String[] args) {
        List<Update> updates = updates();
        ByteBuf stream = Unpooled.buffer(1 << 20);
        write(updates, stream);
        System.out.printf("%d UPDATEs, %d octets%n", updates.size(), stream.readableBytes());
        measure("write", () -> write(updates, stream));
        measure("read", () -> read(stream.duplicate()));
    }

    private static List<Update> updates() {
        List<PathPrefix> all = LongStream.range(0, PREFIXES)
                .mapToObj(i -> PathPrefix.of(Prefix.host(new IpAddress(IpFamily.V4, 0, 0x0A000000L + i))))
                .toList();
        List<Update> updates = new ArrayList<>();
        for (int from = 0; from < PREFIXES; from += PER_UPDATE) {
            updates.add(new Update(List.of(), ATTRIBUTES, all.subList(from, from + PER_UPDATE)));
        }
        return updates;
    }

    private static int write(List<Update> updates, ByteBuf stream) {
        stream.clear();
        updates.forEach(update -> MessageWriter.write(update, stream, CONTEXT));
        return stream.readableBytes();
    }

    private static int read(ByteBuf stream) {
        int prefixes = 0;
        while (stream.isReadable()) {
            if (MessageReader.read(stream, CONTEXT).orElseThrow() instanceof ReadResult.Ok(Update update)) {
                prefixes += update.announced().size();
            }
        }
        return prefixes;
    }

    private interface Work {
        int run();
    }

    private static void measure(String what, Work work) {
        long[] times = new long[ROUNDS];
        int result = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            result = work.run();
            times[i] = System.nanoTime() - start;
        }
        long[] warm = LongStream.of(times).skip(ROUNDS / 2).sorted().toArray();
        System.out.printf(
                "%s: %.1f ms (median of %d), result %d%n", what, warm[warm.length / 2] / 1e6, warm.length, result);
    }
}
