package io.porterlb.desired.plan;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.view.BfdView;
import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.FamilyView;
import io.porterlb.desired.view.NeighborView;
import io.porterlb.desired.view.NodeSelector;
import io.porterlb.desired.view.TimersView;
import io.porterlb.desired.view.TransportView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Makes a BgpPeer that passed [PeerChecks] into the session of a node.
record PeerPlanning(BgpPeerView peer, SpeakerContext context) {
    /// Seconds; what [RFC 4271 section 10](https://www.rfc-editor.org/rfc/rfc4271#section-10) suggests.
    private static final int HOLD_TIME = 90;

    /// Seconds. The RFC suggests 120; a router that comes back should have its routes sooner.
    private static final int CONNECT_RETRY = 5;

    /// What OpenELB asks for where nothing is said.
    private static final int SEND_MAX = 10;

    private static final int MAX_SEND_MAX = 0xFFFF;

    /// For BFD over more than one hop where nothing tells how many: one router between, as FRR has it.
    private static final int MINIMUM_TTL = 254;

    PeerPlan plan() {
        return new PeerPlan(
                peer.name(),
                neighbor(),
                peer.neighbor().peerAs(),
                localAs(peer, context),
                transport(),
                timers(peer.timers()),
                families(),
                restart(peer, context),
                peer.bfd().map(this::bfd),
                peer.role(),
                peer.export(),
                peer.neighbor().adminDown());
    }

    NeighborPlan neighbor() {
        NeighborView neighbor = peer.neighbor();
        Optional<String> device = Optional.of(neighbor.networkInterface()).filter(name -> !name.isEmpty());
        return IpAddress.parse(neighbor.address().strip())
                .<NeighborPlan>map(address -> new NeighborPlan.At(address, device))
                .orElseGet(() -> new NeighborPlan.OnLink(neighbor.networkInterface()));
    }

    static long localAs(BgpPeerView peer, SpeakerContext context) {
        long own = peer.neighbor().localAs();
        return own == 0 ? context.identity().localAs() : own;
    }

    private TransportPlan transport() {
        TransportView transport = peer.transport();
        return new TransportPlan(
                transport.remotePort(),
                transport.passive(),
                IpAddress.parse(transport.localAddress()),
                hops(transport),
                PasswordReading.password(peer, context.secrets()));
    }

    private static TransportPlan.Hops hops(TransportView transport) {
        if (transport.ttlSecurityHops().isPresent()) {
            return new TransportPlan.Hops.Security(transport.ttlSecurityHops().getAsInt());
        }
        return transport.multihopTtl().isPresent()
                ? new TransportPlan.Hops.Multihop(transport.multihopTtl().getAsInt())
                : new TransportPlan.Hops.Direct();
    }

    static TimersPlan timers(TimersView timers) {
        int holdTime = orDefault(timers.holdTime(), HOLD_TIME);
        return new TimersPlan(
                holdTime,
                orDefault(timers.keepaliveInterval(), holdTime / 3), // RFC 4271 section 10
                orDefault(timers.connectRetry(), CONNECT_RETRY));
    }

    private static int orDefault(OptionalInt seconds, int otherwise) {
        return seconds.orElse(0) == 0 ? otherwise : seconds.getAsInt();
    }

    /// Of several entries for one family the last counts.
    private List<FamilyPlan> families() {
        IpFamily own = neighbor().family();
        Map<IpFamily, FamilyPlan> families = new LinkedHashMap<>();
        for (FamilyView listed : peer.families().orElseGet(() -> List.of(unlisted()))) {
            IpFamily family = listed.family().orElse(own);
            families.put(family, new FamilyPlan(family, Math.clamp(listed.sendMax(), 0, MAX_SEND_MAX)));
        }
        return List.copyOf(families.values());
    }

    /// The family of the router's address. More than one path of a prefix there only is where the nodeSelector may
    /// leave nodes out.
    private FamilyView unlisted() {
        boolean selfOnly = peer.announceSelf() || peer.nodeSelector().equals(NodeSelector.ALL);
        return new FamilyView(Optional.empty(), selfOnly ? 0 : SEND_MAX);
    }

    static RestartPlan restart(BgpPeerView peer, SpeakerContext context) {
        return peer.gracefulRestart()
                .or(() -> context.conf().gracefulRestart())
                .map(view -> new RestartPlan(
                        view.enabled(),
                        view.restartTime() == 0 ? RestartPlan.DEFAULT_TIME : view.restartTime(),
                        view.notification()))
                .orElse(RestartPlan.OFF);
    }

    private BfdPlan bfd(BfdView bfd) {
        OptionalInt multihopTtl = peer.transport().multihopTtl();
        boolean multihop = bfd.multihop() || multihopTtl.isPresent();
        // Who is reached with a time to live of n is n - 1 routers away, so what it sends with 255 arrives with 256 - n
        int minimum = bfd.minimumTtl().orElse(multihopTtl.isPresent() ? 256 - multihopTtl.getAsInt() : MINIMUM_TTL);
        return new BfdPlan(
                bfd.intervalMilliseconds(),
                bfd.multiplier(),
                bfd.strict(),
                multihop ? OptionalInt.of(minimum) : OptionalInt.empty());
    }
}
