package io.porterlb.porterctl.speak.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.porterlb.bgp.ReceivedUpdate;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.attribute.MpReachNlri;
import io.porterlb.bgp.wire.attribute.MpUnreachNlri;
import io.porterlb.bgp.wire.attribute.PathAttribute;
import io.porterlb.bgp.wire.fault.FaultAction;
import io.porterlb.bgp.wire.fault.UpdateFault;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A received UPDATE: one line for each prefix, or one for its End-of-RIB
/// ([RFC 4724 2](https://www.rfc-editor.org/rfc/rfc4724#section-2)), or, where its faults left no prefix, one for
/// these.
public final class ReceivedLines {
    private final String peer;
    private final ReceivedUpdate received;
    private final Instant at;
    private final List<JsonObject> lines = new ArrayList<>();

    private ReceivedLines(String peer, ReceivedUpdate received, Instant at) {
        this.peer = peer;
        this.received = received;
        this.at = at;
    }

    public static List<JsonObject> of(String peer, ReceivedUpdate received, Instant at) {
        ReceivedLines lines = new ReceivedLines(peer, received, at);
        lines.addWithdrawn();
        lines.addAnnounced();
        if (lines.lines.isEmpty()) {
            lines.addWithoutPrefix();
        }
        return lines.lines;
    }

    private void addWithdrawn() {
        received.update().withdrawn().forEach(this::withdrawn);
        of(MpUnreachNlri.class).forEach(unreach -> unreach.withdrawn().forEach(this::withdrawn));
    }

    private void withdrawn(PathPrefix prefix) {
        add(line("withdraw"), prefix, new JsonObject());
    }

    private void addAnnounced() {
        Update update = received.update();
        if (!update.announced().isEmpty()) {
            JsonObject attributes = AttributesJson.of(update.attributes());
            update.announced().forEach(prefix -> add(line("announce"), prefix, attributes));
        }
        of(MpReachNlri.class).forEach(this::addAnnounced);
    }

    private void addAnnounced(MpReachNlri reach) {
        JsonObject attributes = AttributesJson.of(received.update().attributes(), reach);
        reach.announced().forEach(prefix -> add(line("announce"), prefix, attributes));
    }

    private void addWithoutPrefix() {
        Optional<FaultAction> action = received.action();
        if (action.isPresent()) {
            add(line("none"));
            return;
        }
        AddressFamily family =
                of(MpUnreachNlri.class).map(MpUnreachNlri::family).findFirst().orElse(AddressFamily.IPV4_UNICAST);
        add(EventLine.of("end-of-rib", at).with("peer", peer).with("family", FamilyNames.of(family)));
    }

    private EventLine line(String action) {
        return EventLine.of("received", at).with("peer", peer).with("action", action);
    }

    private void add(EventLine line, PathPrefix prefix, JsonObject attributes) {
        line.with("prefix", prefix.prefix().toString());
        if (prefix.pathId() != 0) {
            line.with("path-id", prefix.pathId());
        }
        add(line.with("attributes", attributes));
    }

    private void add(EventLine line) {
        received.action()
                .ifPresent(action -> line.with("rfc7606", words(action)).with("faults", faults()));
        lines.add(line.json());
    }

    /// By the names of RFC 7606 2.
    private static String words(FaultAction action) {
        return switch (action) {
            case DISCARD -> "attribute-discard";
            case WITHDRAW -> "treat-as-withdraw";
            case RESET -> "session-reset";
        };
    }

    private JsonArray faults() {
        JsonArray faults = new JsonArray();
        received.faults().stream().map(UpdateFault::what).forEach(faults::add);
        return faults;
    }

    private <T extends PathAttribute> Stream<T> of(Class<T> type) {
        return received.update().attributes().stream().filter(type::isInstance).map(type::cast);
    }
}
