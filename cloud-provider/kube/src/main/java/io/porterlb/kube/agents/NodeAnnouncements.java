package io.porterlb.kube.agents;

import io.porterlb.kube.http.Json;
import io.porterlb.kube.resource.Absent;
import java.util.List;

/// What a node announces at a moment.
///
/// @param node its name
/// @param routes by BGP, in order
/// @param layer2 by ARP and Neighbor Discovery, in order
public record NodeAnnouncements(String node, List<RouteAnnouncement> routes, List<Layer2Announcement> layer2) {
    /// Where an agent serves it.
    public static final String PATH = "/announcements";

    public NodeAnnouncements {
        node = Absent.text(node);
        routes = List.copyOf(Absent.list(routes));
        layer2 = List.copyOf(Absent.list(layer2));
    }

    public String toJson() {
        return Json.tree(this).toString();
    }

    /// What [#toJson] has written, of this version or another.
    ///
    /// @throws com.google.gson.JsonParseException if it is something else
    public static NodeAnnouncements of(String json) {
        return Json.document(json, NodeAnnouncements.class);
    }
}
