package io.porterlb.desired.plan;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.problem.PeerProblem;
import io.porterlb.desired.view.BgpConfView;
import io.porterlb.desired.view.NodeView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the speaker of a node calls itself.
public sealed interface SpeakerIdentity {
    /// Node label with the rack; a rack of `spec.asPerRack` gives its nodes their AS number.
    String RACK_LABEL = "openelb.kubesphere.io/rack";

    /// Largest AS number ([RFC 6793](https://www.rfc-editor.org/rfc/rfc6793)).
    long MAX_AS = 0xFFFF_FFFFL;

    /// The node can have sessions.
    ///
    /// @param localAs 0 where only BgpPeers name one
    /// @param routerId an IPv4 address other than 0.0.0.0
    record Known(long localAs, IpAddress routerId) implements SpeakerIdentity {}

    /// The node can have no session.
    record Unknown(PeerProblem problem) implements SpeakerIdentity {}

    /// As in OpenELB, a racked node takes its own address as router id whatever the BgpConf says.
    ///
    /// @param conf the BgpConf `default`, if there is one
    static SpeakerIdentity of(@Nullable BgpConfView conf, NodeView node) {
        if (conf == null) {
            return new Unknown(new PeerProblem.BgpConfMissing());
        }
        Optional<Long> rackAs =
                Optional.ofNullable(node.labels().get(RACK_LABEL)).map(conf.asPerRack()::get);
        long as = rackAs.orElse(conf.as());
        if (as < 0 || as > MAX_AS) {
            return new Unknown(new PeerProblem.InvalidLocalAs(as));
        }
        String routerId = conf.routerId().strip();
        return rackAs.isPresent() || routerId.isEmpty() ? ofNode(as, node) : ofConf(as, routerId);
    }

    private static SpeakerIdentity ofNode(long as, NodeView node) {
        return node.ips().stream()
                .filter(address -> address.family() == IpFamily.V4)
                .findFirst()
                .<SpeakerIdentity>map(address -> new Known(as, address))
                .orElseGet(() -> new Unknown(new PeerProblem.RouterIdMissing(node.name())));
    }

    private static SpeakerIdentity ofConf(long as, String routerId) {
        return IpAddress.parse(routerId)
                .filter(address -> address.family() == IpFamily.V4 && address.low() != 0)
                .<SpeakerIdentity>map(address -> new Known(as, address))
                .orElseGet(() -> new Unknown(new PeerProblem.InvalidRouterId(routerId)));
    }
}
