package io.porterlb.test.cluster.router;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads what `gobgp -j` prints, and its daemon's log, a JSON object a line. Pure.
final class GobgpOutput {
    /// Of `session_state`; 0 is "unknown" (api/gobgp.proto).
    private static final List<String> STATES =
            List.of("Idle", "Idle", "Connect", "Active", "OpenSent", "OpenConfirm", "Established");

    private GobgpOutput() {}

    /// `neighbor`: a list; what is 0 or empty is left out.
    static List<BgpSession> sessions(JsonElement neighbors, String log) {
        return objects(neighbors.getAsJsonArray())
                .map(neighbor -> session(neighbor, log))
                .toList();
    }

    private static BgpSession session(JsonObject neighbor, String log) {
        JsonObject state = neighbor.getAsJsonObject("state");
        String address = state.get("neighbor_address").getAsString();
        int received = objects(neighbor.getAsJsonArray("afi_safis"))
                .map(family -> family.getAsJsonObject("state"))
                .mapToInt(family -> Math.toIntExact(number(family, "received").orElse(0)))
                .sum();
        return new BgpSession(
                address,
                number(state, "peer_asn").orElse(0),
                STATES.get(Math.toIntExact(number(state, "session_state").orElse(0))),
                received,
                lastError(address, log));
    }

    private static String lastError(String address, String log) {
        return log.lines()
                .filter(line -> line.startsWith("{") && line.contains("\"Peer Down\""))
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .filter(line -> line.get("Key").getAsString().equals(address))
                .map(line -> line.get("Reason").getAsString())
                .reduce("", (_, last) -> last);
    }

    /// `global rib PREFIX`: an object with a list of paths by prefix.
    static List<BgpPath> paths(JsonElement table) {
        return table.getAsJsonObject().asMap().values().stream()
                .flatMap(paths -> objects(paths.getAsJsonArray()))
                .map(GobgpOutput::path)
                .toList();
    }

    private static BgpPath path(JsonObject path) {
        Map<Integer, JsonObject> attributes = objects(path.getAsJsonArray("attrs"))
                .collect(Collectors.toMap(attribute -> attribute.get("type").getAsInt(), Function.identity()));
        return new BgpPath(
                nextHop(attributes),
                list(attributes, 2, "as_paths")
                        .flatMap(segment -> longs(segment.getAsJsonObject().getAsJsonArray("asns")))
                        .toList(),
                value(attributes, 4, "metric"),
                value(attributes, 5, "value"),
                list(attributes, 8, "communities").map(GobgpOutput::community).toList(),
                list(attributes, 32, "value")
                        .map(value -> largeCommunity(value.getAsJsonObject()))
                        .toList(),
                path.has("best") && path.get("best").getAsBoolean());
    }

    /// NEXT_HOP, else that of MP_REACH_NLRI.
    private static String nextHop(Map<Integer, JsonObject> attributes) {
        return Stream.of(3, 14)
                .flatMap(type -> Optional.ofNullable(attributes.get(type)).stream())
                .map(attribute -> attribute.get("nexthop").getAsString())
                .findFirst()
                .orElse("");
    }

    private static String community(JsonElement value) {
        long number = value.getAsLong();
        return (number >> 16) + ":" + (number & 0xFFFF);
    }

    private static String largeCommunity(JsonObject value) {
        return Stream.of("ASN", "LocalData1", "LocalData2")
                .map(key -> value.get(key).getAsString())
                .collect(Collectors.joining(":"));
    }

    private static Stream<JsonElement> list(Map<Integer, JsonObject> attributes, int type, String key) {
        return Optional.ofNullable(attributes.get(type))
                .flatMap(attribute -> Optional.ofNullable(attribute.getAsJsonArray(key)))
                .stream()
                .flatMap(GobgpOutput::elements);
    }

    private static OptionalLong value(Map<Integer, JsonObject> attributes, int type, String key) {
        JsonObject attribute = attributes.get(type);
        return attribute == null ? OptionalLong.empty() : number(attribute, key);
    }

    private static OptionalLong number(JsonObject object, String key) {
        return object.has(key) ? OptionalLong.of(object.get(key).getAsLong()) : OptionalLong.empty();
    }

    private static Stream<Long> longs(JsonArray array) {
        return elements(array).map(JsonElement::getAsLong);
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return elements(array).map(JsonElement::getAsJsonObject);
    }

    private static Stream<JsonElement> elements(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
