package io.porterlb.test.fuzz;

import io.porterlb.ownership.message.Message;
import io.porterlb.ownership.wire.MessageReader;
import io.porterlb.ownership.wire.MessageWriter;
import java.nio.ByteBuffer;
import java.util.Optional;

/// A message about who has which address, behind its signature.
public final class OwnershipMessages {
    private OwnershipMessages() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Optional<Message> message = MessageReader.read(ByteBuffer.wrap(data));
        message.ifPresent(read -> {
            ByteBuffer again = ByteBuffer.wrap(MessageWriter.write(read));
            Check.that(MessageReader.read(again).equals(message), "written and read again it is another one", read);
        });
    }
}
