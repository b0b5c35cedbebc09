package io.porterlb.test.fuzz;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.MessageReader;
import io.porterlb.bgp.wire.MessageWriter;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.ReadResult;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.attribute.PathAttribute;
import io.porterlb.bgp.wire.fault.FaultAction;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.Optional;

/// What holds for the result of reading a BGP message, whatever the octets were.
final class BgpRoundTrip {
    private BgpRoundTrip() {}

    static void check(ReadResult result, CodecContext context) {
        switch (result) {
            case ReadResult.Ok(var message) -> same(message, context);
            case ReadResult.Faulty(var update, var action, var faults) -> {
                Check.that(!faults.isEmpty(), "faulty without a fault", update);
                faulty(update, action, context);
            }
            case ReadResult.Refused(var notification, var what) -> {
                Check.that(!what.isBlank(), "refused without words", notification);
                same(notification, context);
            }
        }
    }

    private static void faulty(Update update, FaultAction action, CodecContext context) {
        switch (action) {
            case DISCARD -> same(update, context); // what is left of it has no fault any more
            case WITHDRAW -> Check.that(update.announced().isEmpty(), "withdrawn, yet announced", update);
            case RESET -> Check.that(false, "a fault that resets is to be refused", update);
        }
    }

    private static void same(BgpMessage message, CodecContext context) {
        words(message);
        ByteBuf out = Unpooled.buffer();
        MessageWriter.write(message, out, context);
        Optional<ReadResult> again = MessageReader.read(out, context);
        boolean same = again.equals(Optional.of(new ReadResult.Ok(message)));
        Check.that(same, "written and read again it is another one", message);
    }

    private static void words(BgpMessage message) {
        if (message instanceof Update update) {
            update.attributes().forEach(PathAttribute::words);
        } else if (message instanceof Notification notification) {
            notification.words();
        }
    }
}
