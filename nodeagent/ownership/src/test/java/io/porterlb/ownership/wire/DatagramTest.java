package io.porterlb.ownership.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.ownership.message.Message;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatagramTest {
    private final Keys keys = new Keys(List.of(Messages.OLD_KEY));
    private final Packer packer = new Packer("node-a", 1);
    private final Unpacker unpacker = new Unpacker();

    static List<Message> messages() {
        return Messages.all();
    }

    private Decoded<Envelope> unpack(List<byte[]> datagrams) {
        Decoded<Envelope> last = new Decoded.Incomplete<>();
        for (byte[] datagram : datagrams) {
            last = unpacker.unpack(datagram, keys);
        }
        return last;
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageComesAsItWasSent(Message message) {
        assertEquals(new Decoded.Valid<>(new Envelope("node-a", message)), unpack(packer.pack(message, keys)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void anotherBitAnywhereIsNoticed(Message message) {
        byte[] datagram = packer.pack(message, keys).getFirst();
        for (int bit = 0; bit < datagram.length * Byte.SIZE; bit++) {
            byte[] changed = datagram.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertInstanceOf(Decoded.Discarded.class, unpacker.unpack(changed, keys), "bit " + bit);
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aDatagramThatEndsEarlyIsNoticed(Message message) {
        byte[] datagram = packer.pack(message, keys).getFirst();
        for (int length = 0; length < datagram.length; length++) {
            byte[] cut = Arrays.copyOf(datagram, length);
            assertInstanceOf(Decoded.Discarded.class, unpacker.unpack(cut, keys), "length " + length);
        }
    }

    /// As one who knows the key might send.
    @ParameterizedTest
    @MethodSource("messages")
    void aSignedMessageThatEndsEarlyOrGoesOnIsNone(Message message) {
        byte[] octets = MessageWriter.write(message);
        for (int length = 0; length <= octets.length + 1; length++) {
            boolean whole = length == octets.length;
            ByteBuffer changed = ByteBuffer.wrap(Arrays.copyOf(octets, length));
            assertEquals(whole, MessageReader.read(changed).isPresent(), "length " + length);
        }
    }

    @Test
    void signedNoiseIsNoMessageAndNoError() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] valid = MessageWriter.write(Messages.heartbeat(5));
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = valid.clone();
            for (int change = 0; change < 3; change++) {
                noise[random.nextInt(noise.length)] = (byte) random.nextInt();
            }
            byte[] datagram = PartCodec.write(new Part("x", i, 0, 1, ByteBuffer.wrap(noise)), keys);
            Decoded<Envelope> read = unpacker.unpack(datagram, keys);
            assertTrue(!(read instanceof Decoded.Incomplete), "seed " + seed);
        }
    }

    @Test
    void textThatIsNotUtf8MakesAMessageNone() {
        byte[] octets = MessageWriter.write(Messages.heartbeat(0));
        int text = new String(octets, StandardCharsets.ISO_8859_1).indexOf("eip-a");
        octets[text] = (byte) 0xFF;
        assertEquals(Optional.empty(), MessageReader.read(ByteBuffer.wrap(octets)));
    }

    @Test
    void aLongMessageIsPutTogetherInAnyOrder() {
        Message message = Messages.heartbeat(10_000);
        List<byte[]> datagrams = new ArrayList<>(packer.pack(message, keys));
        assertTrue(datagrams.size() > 100);
        assertTrue(datagrams.stream().allMatch(datagram -> datagram.length <= 1400));
        Collections.shuffle(datagrams, new Random(1));
        assertEquals(new Decoded.Valid<>(new Envelope("node-a", message)), unpack(datagrams));
    }

    @Test
    void aPartThatComesTwiceCountsOnce() {
        List<byte[]> datagrams = packer.pack(Messages.heartbeat(200), keys);
        assertTrue(datagrams.size() > 2);
        assertEquals(new Decoded.Incomplete<>(), unpack(Collections.nCopies(5, datagrams.getFirst())));
    }

    @Test
    void partsOfTwoMessagesAreNotMixed() {
        List<byte[]> first = packer.pack(Messages.heartbeat(200), keys);
        List<byte[]> second = packer.pack(Messages.heartbeat(200), keys);
        List<byte[]> mixed = new ArrayList<>(first.subList(0, first.size() - 1));
        mixed.add(second.getLast());
        assertEquals(new Decoded.Incomplete<>(), unpack(mixed));
    }

    @Test
    void anotherVersionIsSaidToBeOne() {
        byte[] datagram = packer.pack(Messages.heartbeat(0), keys).getFirst();
        datagram[4] = 2;
        assertEquals(new Decoded.Discarded<>(DiscardReason.OTHER_VERSION), unpacker.unpack(datagram, keys));
    }

    @Test
    void keysRotateWithoutAGap() {
        Keys before = new Keys(List.of(Messages.OLD_KEY));
        Keys both = new Keys(List.of(Messages.OLD_KEY, Messages.NEW_KEY));
        Keys turned = new Keys(List.of(Messages.NEW_KEY, Messages.OLD_KEY));
        Keys after = new Keys(List.of(Messages.NEW_KEY));
        for (List<Keys> pair : List.of(List.of(before, both), List.of(both, turned), List.of(turned, after))) {
            assertTrue(isUnderstood(pair.get(0), pair.get(1)));
            assertTrue(isUnderstood(pair.get(1), pair.get(0)));
        }
        assertTrue(!isUnderstood(before, after));
    }

    private boolean isUnderstood(Keys from, Keys to) {
        byte[] datagram = packer.pack(Messages.heartbeat(0), from).getFirst();
        return unpacker.unpack(datagram, to) instanceof Decoded.Valid;
    }

    @Test
    void aShortKeyIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Keys(List.of(new byte[15])));
        assertThrows(IllegalArgumentException.class, () -> new Keys(List.of()));
    }
}
