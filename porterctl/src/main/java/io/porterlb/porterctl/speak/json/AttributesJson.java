package io.porterlb.porterctl.speak.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.porterlb.address.IpAddress;
import io.porterlb.bgp.wire.attribute.Aggregator;
import io.porterlb.bgp.wire.attribute.As4Aggregator;
import io.porterlb.bgp.wire.attribute.As4Path;
import io.porterlb.bgp.wire.attribute.AsPath;
import io.porterlb.bgp.wire.attribute.AsPathSegment;
import io.porterlb.bgp.wire.attribute.AtomicAggregate;
import io.porterlb.bgp.wire.attribute.ClusterList;
import io.porterlb.bgp.wire.attribute.Communities;
import io.porterlb.bgp.wire.attribute.ExtendedCommunities;
import io.porterlb.bgp.wire.attribute.LargeCommunities;
import io.porterlb.bgp.wire.attribute.LocalPref;
import io.porterlb.bgp.wire.attribute.MpReachNlri;
import io.porterlb.bgp.wire.attribute.MpUnreachNlri;
import io.porterlb.bgp.wire.attribute.MultiExitDisc;
import io.porterlb.bgp.wire.attribute.NextHop;
import io.porterlb.bgp.wire.attribute.OnlyToCustomer;
import io.porterlb.bgp.wire.attribute.Origin;
import io.porterlb.bgp.wire.attribute.OriginatorId;
import io.porterlb.bgp.wire.attribute.PathAttribute;
import io.porterlb.bgp.wire.attribute.RoutePath;
import io.porterlb.bgp.wire.attribute.UnknownAttribute;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Path attributes as one object, by the names that the settings of `--route` have, where there is one.
/// Prefixes are not in it.
final class AttributesJson {
    private final JsonObject json = new JsonObject();
    private final List<PathAttribute> attributes;

    private AttributesJson(List<PathAttribute> attributes) {
        this.attributes = attributes;
    }

    /// Those of the prefixes in the NLRI field.
    static JsonObject of(List<PathAttribute> attributes) {
        AttributesJson all = new AttributesJson(attributes);
        attributes.forEach(all::add);
        return all.json;
    }

    /// Those of the prefixes in MP_REACH_NLRI, which has a next hop of its own.
    static JsonObject of(List<PathAttribute> attributes, MpReachNlri reach) {
        JsonObject json = of(attributes);
        json.addProperty("next-hop", reach.nextHops().getFirst().toString());
        if (reach.nextHops().size() > 1) {
            json.addProperty("link-local-next-hop", reach.nextHops().getLast().toString());
        }
        return json;
    }

    private void add(PathAttribute attribute) {
        switch (attribute) {
            case Origin origin -> json.addProperty("origin", origin.name().toLowerCase(Locale.ROOT));
            case AsPath _ -> RoutePath.of(attributes).ifPresent(whole -> json.add("as-path", path(whole.segments())));
            case NextHop(var address) -> json.addProperty("next-hop", address.toString());
            case MultiExitDisc(var med) -> json.addProperty("med", med);
            case LocalPref(var preference) -> json.addProperty("local-pref", preference);
            case AtomicAggregate _ -> json.addProperty("atomic-aggregate", true);
            case Aggregator(var as, var id) -> json.add("aggregator", aggregator(as, id));
            case Communities communities -> json.add("community", words(communities));
            case OriginatorId(var id) -> json.addProperty("originator-id", id.toString());
            case ClusterList clusters -> json.add("cluster-list", words(clusters));
            case ExtendedCommunities communities -> json.add("ext-community", words(communities));
            case As4Path(var segments) -> json.add("as4-path", path(segments));
            case As4Aggregator(var as, var id) -> json.add("as4-aggregator", aggregator(as, id));
            case LargeCommunities communities -> json.add("large-community", words(communities));
            case OnlyToCustomer(var as) -> json.addProperty("only-to-customer", as);
            case UnknownAttribute unknown -> addUnknown(unknown);
            case MpReachNlri _, MpUnreachNlri _ -> {}
        }
    }

    private void addUnknown(UnknownAttribute unknown) {
        if (!json.has("unknown")) {
            json.add("unknown", new JsonArray());
        }
        JsonObject one = new JsonObject();
        one.addProperty("code", unknown.code());
        one.addProperty("flags", unknown.flags());
        one.addProperty("value", unknown.value().toString());
        json.getAsJsonArray("unknown").add(one);
    }

    /// AS numbers in their order; those of a set as an array in it, those inside a confederation as an object.
    private static JsonArray path(List<AsPathSegment> segments) {
        JsonArray path = new JsonArray();
        for (AsPathSegment segment : segments) {
            JsonArray numbers = new JsonArray();
            segment.asNumbers().forEach(numbers::add);
            switch (segment.kind()) {
                case AS_SEQUENCE -> path.addAll(numbers);
                case AS_SET -> path.add(numbers);
                case AS_CONFED_SEQUENCE -> path.add(named("confed-sequence", numbers));
                case AS_CONFED_SET -> path.add(named("confed-set", numbers));
            }
        }
        return path;
    }

    private static JsonObject named(String name, JsonArray numbers) {
        JsonObject json = new JsonObject();
        json.add(name, numbers);
        return json;
    }

    private static JsonObject aggregator(long as, IpAddress identifier) {
        JsonObject json = new JsonObject();
        json.addProperty("as", as);
        json.addProperty("address", identifier.toString());
        return json;
    }

    /// The values of a list, each as people write it.
    private static JsonArray words(PathAttribute list) {
        JsonArray array = new JsonArray();
        Stream.of(list.words().split(" ")).forEach(array::add);
        return array;
    }
}
