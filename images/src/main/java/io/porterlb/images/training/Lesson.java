package io.porterlb.images.training;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.porterlb.images.program.ProgramImage;
import java.util.List;
import java.util.function.Predicate;

/// What a program is to do in a training run, and how the stub API server sees that it has done so.
///
/// @param arguments of the program
/// @param path of the object that it writes in the end
/// @param done whether it has
record Lesson(List<String> arguments, String path, Predicate<JsonObject> done) {
    static Lesson of(ProgramImage program, int healthPort, int securePort, int routerPort) {
        return switch (program) {
            case MANAGER ->
                new Lesson(
                        List.of(
                                "--health-address",
                                "127.0.0.1:" + healthPort,
                                "--secure-port",
                                Integer.toString(securePort)),
                        "/api/v1/namespaces/default/services/new",
                        service -> !array(service, "loadBalancer", "ingress").isEmpty());
            case AGENT ->
                new Lesson(
                        List.of("--health-address", "127.0.0.1:" + healthPort, "--node-name", "node1"),
                        "/apis/porterlb.io/v1alpha1/porternodes/node1",
                        Lesson::announces);
            // It calls no API server: what its router has heard is told by its own output
            case PORTERCTL ->
                new Lesson(
                        List.of(
                                "speak",
                                "--as",
                                Integer.toString(Router.PEER_AS),
                                "--router-id",
                                "192.0.2.2",
                                "--local-address",
                                "127.0.0.1",
                                "--peer",
                                "127.0.0.2:" + routerPort + ":" + Router.AS,
                                "--route",
                                "198.51.100.64/32,community=65000:1"),
                        "",
                        _ -> true);
        };
    }

    private static boolean announces(JsonObject node) {
        JsonArray sessions = array(node, "sessions");
        return !sessions.isEmpty()
                && sessions.get(0).getAsJsonObject().get("routesSent") != null
                && sessions.get(0).getAsJsonObject().get("routesSent").getAsInt() == 1;
    }

    /// A list below `status`; empty if it is not there.
    private static JsonArray array(JsonObject object, String... names) {
        JsonObject at = object.get("status") instanceof JsonObject status ? status : new JsonObject();
        for (int i = 0; i < names.length - 1; i++) {
            at = at.get(names[i]) instanceof JsonObject inner ? inner : new JsonObject();
        }
        return at.get(names[names.length - 1]) instanceof JsonArray array ? array : new JsonArray();
    }
}
