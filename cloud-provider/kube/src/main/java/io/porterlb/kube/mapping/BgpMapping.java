package io.porterlb.kube.mapping;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.porterlb.desired.view.BgpConfView;
import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.NodeSelector;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.resource.AfiSafi;
import io.porterlb.kube.resource.BgpConfSpec;
import io.porterlb.kube.resource.BgpPeerSpec;
import io.porterlb.kube.resource.BgpPeerSpec.EbgpMultihop;
import io.porterlb.kube.resource.BgpPeerSpec.TimersConfig;
import io.porterlb.kube.resource.CustomResource;
import io.porterlb.kube.resource.ObjectMeta;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// BgpConf to [BgpConfView], BgpPeer to [BgpPeerView].
public final class BgpMapping {
    /// [RFC 4271 section 4](https://www.rfc-editor.org/rfc/rfc4271#section-4) has BGP listen there.
    private static final int BGP_PORT = 179;

    private static final UnsupportedFields CONF = new UnsupportedFields(Set.of("as", "asPerRack.*", "routerId"));
    private static final UnsupportedFields PEER = new UnsupportedFields(Set.of(
            "conf.neighborAddress",
            "conf.peerAs",
            "conf.localAs",
            "conf.adminDown",
            "conf.description",
            "transport.remotePort",
            "timers.config.holdTime",
            "timers.config.keepaliveInterval",
            "timers.config.connectRetry",
            "ebgpMultihop.*",
            "nodeSelector.*",
            "afiSafis"));

    /// What is announced, as an entry of `afiSafis`; `enabled` is what an entry is for.
    private static final UnsupportedFields FAMILY =
            new UnsupportedFields(Set.of("config.enabled", "config.family.afi", "config.family.safi"));

    private BgpMapping() {}

    public static BgpConfView conf(CustomResource conf) {
        ObjectMeta metadata = conf.metadata();
        BgpConfSpec spec = Json.read(conf.spec(), BgpConfSpec.class);
        return new BgpConfView(
                metadata.name(),
                metadata.uid(),
                metadata.generation(),
                spec.as(),
                spec.asPerRack(),
                spec.routerId(),
                CONF.in(conf.spec()));
    }

    public static BgpPeerView peer(CustomResource peer) {
        ObjectMeta metadata = peer.metadata();
        BgpPeerSpec spec = Json.read(peer.spec(), BgpPeerSpec.class);
        TimersConfig timers = spec.timers().config();
        return new BgpPeerView(
                metadata.name(),
                metadata.uid(),
                metadata.generation(),
                spec.conf().neighborAddress(),
                spec.conf().peerAs(),
                spec.conf().localAs(),
                spec.transport().remotePort() == 0 ? BGP_PORT : spec.transport().remotePort(),
                spec.transport().passiveMode(),
                spec.conf().adminDown(),
                seconds(timers.holdTime()),
                seconds(timers.keepaliveInterval()),
                seconds(timers.connectRetry()),
                ttl(spec.ebgpMultihop()),
                selector(spec.nodeSelector()),
                unsupported(peer.spec()));
    }

    /// The CRD lets nothing but numbers in; objects that are older than the rule may hold anything.
    private static OptionalInt seconds(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,5}")
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }

    private static OptionalInt ttl(EbgpMultihop multihop) {
        return multihop.enabled() && multihop.multihopTtl() > 0
                ? OptionalInt.of(multihop.multihopTtl())
                : OptionalInt.empty();
    }

    private static NodeSelector selector(BgpPeerSpec.@Nullable Selector selector) {
        if (selector == null) {
            return NodeSelector.ALL;
        }
        return new NodeSelector(
                selector.matchLabels(),
                selector.matchExpressions().stream()
                        .map(r -> new NodeSelector.Expression(r.key(), r.operator(), r.values()))
                        .toList());
    }

    private static Set<String> unsupported(JsonObject spec) {
        Set<String> paths = PEER.in(spec);
        if (spec.get("afiSafis") instanceof JsonArray families) {
            for (JsonElement family : families) {
                if (!(family instanceof JsonObject entry && supported(entry))) {
                    paths.add("spec.afiSafis");
                }
            }
        }
        return paths;
    }

    private static boolean supported(JsonObject entry) {
        AfiSafi family = Json.read(entry, AfiSafi.class);
        return FAMILY.in(entry).isEmpty() && family.ipv4Unicast();
    }
}
