package io.porterlb.kube.mapping;

import io.porterlb.desired.view.BfdView;
import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.NeighborView;
import io.porterlb.desired.view.Password;
import io.porterlb.desired.view.PasswordSource;
import io.porterlb.desired.view.PeerRole;
import io.porterlb.desired.view.TimersView;
import io.porterlb.desired.view.TransportView;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.resource.BgpPeerSpec;
import io.porterlb.kube.resource.BgpPeerSpec.Bfd;
import io.porterlb.kube.resource.BgpPeerSpec.Conf;
import io.porterlb.kube.resource.BgpPeerSpec.EbgpMultihop;
import io.porterlb.kube.resource.BgpPeerSpec.TimersConfig;
import io.porterlb.kube.resource.BgpPeerSpec.TtlSecurity;
import io.porterlb.kube.resource.CustomResource;
import io.porterlb.kube.resource.ObjectMeta;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// BgpPeer to [BgpPeerView].
public final class PeerMapping {
    /// [RFC 4271 section 4](https://www.rfc-editor.org/rfc/rfc4271#section-4) has BGP listen there.
    private static final int BGP_PORT = 179;

    private static final int MAX_TTL = 255;
    private static final int BFD_INTERVAL = 300; // ms
    private static final int BFD_MULTIPLIER = 3;
    private static final Pattern SECONDS = Pattern.compile("([0-9]{1,5})s?");
    private static final Set<String> ROLES = Set.of("provider", "rs", "rs-client", "customer", "peer");

    private PeerMapping() {}

    /// What the view shows of a BgpPeer.
    ///
    /// @throws com.google.gson.JsonParseException if the spec has another shape than the CRD allows
    public static BgpPeerView view(CustomResource peer) {
        ObjectMeta metadata = peer.metadata();
        BgpPeerSpec spec = Json.read(peer.spec(), BgpPeerSpec.class);
        return new BgpPeerView(
                metadata.name(),
                metadata.uid(),
                metadata.generation(),
                neighbor(spec.conf()),
                transport(spec),
                timers(spec.timers().config()),
                ConfMapping.restart(spec.gracefulRestart()),
                FamilyMapping.families(spec.afiSafis()),
                password(spec),
                bfd(spec.bfd()),
                role(spec.role()),
                PolicyMapping.policy(spec.export()),
                spec.announce().equals("self"),
                SelectorMapping.nodes(spec.nodeSelector()),
                PeerFields.unsupported(peer.spec(), spec));
    }

    private static NeighborView neighbor(Conf conf) {
        return new NeighborView(
                conf.neighborAddress(), conf.neighborInterface(), conf.peerAs(), conf.localAs(), conf.adminDown());
    }

    private static TransportView transport(BgpPeerSpec spec) {
        BgpPeerSpec.Transport transport = spec.transport();
        return new TransportView(
                transport.remotePort() == 0 ? BGP_PORT : transport.remotePort(),
                transport.passiveMode(),
                transport.localAddress(),
                ttl(spec.ebgpMultihop()),
                hops(spec.ttlSecurity()));
    }

    /// As GoBGP, the largest where none is set.
    private static OptionalInt ttl(EbgpMultihop multihop) {
        if (!multihop.enabled()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(multihop.multihopTtl() == 0 ? MAX_TTL : multihop.multihopTtl());
    }

    private static OptionalInt hops(@Nullable TtlSecurity security) {
        return security == null ? OptionalInt.empty() : PolicyMapping.number(security.hops());
    }

    private static TimersView timers(TimersConfig timers) {
        return new TimersView(
                seconds(timers.holdTime()), seconds(timers.keepaliveInterval()), seconds(timers.connectRetry()));
    }

    /// The CRD lets nothing but seconds in; objects that are older than the rule may hold anything.
    private static OptionalInt seconds(@Nullable String text) {
        Matcher seconds = SECONDS.matcher(text == null ? "" : text);
        return seconds.matches() ? OptionalInt.of(Integer.parseInt(seconds.group(1))) : OptionalInt.empty();
    }

    private static PasswordSource password(BgpPeerSpec spec) {
        if (spec.authSecretRef() != null) {
            return new PasswordSource.InSecret(
                    spec.authSecretRef().name(), spec.authSecretRef().key());
        }
        return spec.conf().authPassword().isEmpty()
                ? new PasswordSource.None()
                : new PasswordSource.ClearText(Password.of(spec.conf().authPassword()));
    }

    private static Optional<BfdView> bfd(@Nullable Bfd bfd) {
        return Optional.ofNullable(bfd)
                .filter(Bfd::enabled)
                .map(b -> new BfdView(
                        b.intervalMilliseconds() == null ? BFD_INTERVAL : b.intervalMilliseconds(),
                        b.multiplier() == null ? BFD_MULTIPLIER : b.multiplier(),
                        b.strict(),
                        b.multihop(),
                        PolicyMapping.number(b.minimumTtl())));
    }

    private static Optional<PeerRole> role(String text) {
        return Optional.of(text)
                .filter(ROLES::contains)
                .map(role -> PeerRole.valueOf(role.replace('-', '_').toUpperCase(Locale.ROOT)));
    }
}
