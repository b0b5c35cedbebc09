package io.porterlb.kube.mapping;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.Layer2Report;
import io.porterlb.desired.view.Layer2Report.Owned;
import io.porterlb.desired.view.Layer2Report.State;
import io.porterlb.kube.resource.PorterNodeStatus.Layer2;
import io.porterlb.kube.resource.PorterNodeStatus.OwnedAddress;
import java.util.Optional;
import java.util.stream.Stream;

/// `status.layer2` of a PorterNode to [Layer2Report] and back.
final class Layer2Mapping {
    private Layer2Mapping() {}

    static Layer2Report report(Layer2 layer2) {
        return new Layer2Report(
                layer2.addresses().stream().flatMap(Layer2Mapping::owned).toList(),
                layer2.refusals(),
                layer2.problems(),
                layer2.generation(),
                layer2.inForce(),
                layer2.keysVersion());
    }

    private static Stream<Owned> owned(OwnedAddress owned) {
        Optional<State> state = Stream.of(State.values())
                .filter(value -> word(value).equals(owned.state()))
                .findFirst();
        return IpAddress.parse(owned.address()).stream()
                .flatMap(address -> state.stream()
                        .map(known -> new Owned(address, owned.device(), known, owned.since(), owned.message())));
    }

    static Layer2 status(Layer2Report report) {
        return new Layer2(
                report.addresses().stream().map(Layer2Mapping::status).toList(),
                report.refusals(),
                report.problems(),
                report.generation(),
                report.inForce(),
                report.keysVersion());
    }

    private static OwnedAddress status(Owned owned) {
        return new OwnedAddress(
                owned.address().toString(), owned.device(), word(owned.state()), owned.since(), owned.message());
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
