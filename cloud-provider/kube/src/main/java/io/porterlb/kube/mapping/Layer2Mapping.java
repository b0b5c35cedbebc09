package io.porterlb.kube.mapping;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toMap;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.Layer2Report;
import io.porterlb.desired.view.Layer2Report.Owned;
import io.porterlb.desired.view.Layer2Report.State;
import io.porterlb.kube.resource.PorterNodeStatus.Layer2;
import io.porterlb.kube.resource.PorterNodeStatus.OwnedAddress;
import io.porterlb.kube.resource.PorterNodeStatus.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `status.layer2` of a PorterNode to [Layer2Report] and back. Many addresses are written short, and too many not at
/// all: what else a report says must always find room.
final class Layer2Mapping {
    /// With more addresses than that, those that are as they should be are written without details.
    private static final int DETAILED = 200;

    /// Room for addresses, in characters; a report has 64 KiB.
    private static final int ROOM = 40_000;

    /// What an entry without details takes beside the address.
    private static final int ENTRY = 16;

    private static final int DETAILS = 140;

    private Layer2Mapping() {}

    static Layer2Report report(Layer2 layer2) {
        return new Layer2Report(
                layer2.addresses().stream().flatMap(Layer2Mapping::owned).toList(),
                layer2.more(),
                layer2.refusals().stream().collect(toMap(Refusal::eip, Refusal::reason, (a, _) -> a)),
                layer2.problems(),
                layer2.generation(),
                layer2.inForce(),
                layer2.keysVersion());
    }

    private static Stream<Owned> owned(OwnedAddress owned) {
        String word = requireNonNullElse(owned.state(), word(State.ANNOUNCING));
        Optional<State> state = Stream.of(State.values())
                .filter(value -> word(value).equals(word))
                .findFirst();
        return IpAddress.parse(owned.address()).stream()
                .flatMap(address -> state.stream()
                        .map(known -> new Owned(
                                address,
                                requireNonNullElse(owned.device(), ""),
                                known,
                                requireNonNullElse(owned.since(), ""),
                                requireNonNullElse(owned.message(), ""))));
    }

    static Layer2 status(Layer2Report report) {
        List<OwnedAddress> addresses = addresses(report.addresses());
        return new Layer2(
                addresses,
                report.more() + report.addresses().size() - addresses.size(),
                report.refusals().entrySet().stream()
                        .map(entry -> new Refusal(entry.getKey(), entry.getValue()))
                        .sorted((a, b) -> a.eip().compareTo(b.eip()))
                        .toList(),
                report.problems(),
                report.generation(),
                report.inForce(),
                report.keysVersion());
    }

    private static List<OwnedAddress> addresses(List<Owned> all) {
        List<OwnedAddress> fitting = new ArrayList<>();
        int room = ROOM;
        for (Owned owned : all) {
            OwnedAddress entry = all.size() > DETAILED ? brief(owned) : detailed(owned);
            room -= size(entry);
            if (room < 0) {
                break;
            }
            fitting.add(entry);
        }
        return fitting;
    }

    private static int size(OwnedAddress entry) {
        int message = requireNonNullElse(entry.message(), "").length();
        int details = entry.state() == null ? 0 : DETAILS + message;
        return ENTRY + entry.address().length() + details;
    }

    private static OwnedAddress brief(Owned owned) {
        boolean plain = owned.state() == State.ANNOUNCING;
        return plain ? new OwnedAddress(owned.address().toString(), null, null, null, null) : detailed(owned);
    }

    private static OwnedAddress detailed(Owned owned) {
        @Nullable String message = owned.message().isEmpty() ? null : owned.message();
        return new OwnedAddress(
                owned.address().toString(), owned.device(), word(owned.state()), owned.since(), message);
    }

    private static String word(State state) {
        return switch (state) {
            case PROBING -> "Probing";
            case ANNOUNCING -> "Announcing";
            case CONTESTED -> "Contested";
            case IN_USE -> "InUse";
            case LINK_DOWN -> "LinkDown";
        };
    }
}
