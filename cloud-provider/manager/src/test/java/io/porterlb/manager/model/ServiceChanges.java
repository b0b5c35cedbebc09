package io.porterlb.manager.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.porterlb.desired.allocation.AllocatorSettings;
import io.porterlb.desired.allocation.Annotations;
import java.util.List;

/// Random changes that users make to Services.
record ServiceChanges(Users users) {
    private static final List<String> CLASSES = List.of(AllocatorSettings.OWN_CLASS, "example.com/other");

    void next() {
        String namespace = users.any(Users.NAMESPACES);
        String name = users.name();
        users.find(namespace, name).ifPresentOrElse(this::change, () -> users.createService(namespace, made(name)));
    }

    private JsonObject made(String name) {
        JsonObject spec = Users.json("{\"ports\": %s, \"selector\": %s}".formatted(ports(), selector()));
        spec.addProperty("type", users.oneIn(10) ? "ClusterIP" : "LoadBalancer");
        boolean v6 = users.oneIn(4);
        spec.add("ipFamilies", array(v6 ? "IPv6" : "IPv4"));
        if (users.oneIn(3)) {
            spec.addProperty("ipFamilyPolicy", users.any(POLICIES));
        }
        if (users.oneIn(4) && !spec.get("type").getAsString().equals("ClusterIP")) {
            spec.addProperty("loadBalancerClass", users.any(CLASSES));
        }
        if (users.oneIn(6)) {
            spec.addProperty("loadBalancerIP", users.address(v6));
        }
        if (users.oneIn(12)) {
            spec.add("externalIPs", array(users.address(v6)));
        }
        JsonObject service = Users.json("{\"metadata\": {\"name\": \"%s\"}}".formatted(name));
        service.getAsJsonObject("metadata").add("annotations", Users.json(users.oneIn(6) ? annotations() : key()));
        service.add("spec", spec);
        return service;
    }

    private static JsonArray array(String text) {
        JsonArray array = new JsonArray();
        array.add(text);
        return array;
    }

    private void change(ServiceState service) {
        if (service.deleting()) {
            return;
        }
        switch (users.random.nextInt(23)) {
            case 0, 1, 2, 3 -> users.delete(service);
            case 4, 5 -> changeType(service);
            case 6, 7 ->
                users.ask(service, "{\"spec\": {\"loadBalancerIP\": \"%s\"}}".formatted(users.address(service.v6())));
            case 8 -> users.ask(service, "{\"metadata\": {\"annotations\": %s}}".formatted(annotations()));
            case 9, 10 ->
                users.ask(service, "{\"metadata\": {\"annotations\": null}, \"spec\": {\"loadBalancerIP\": null}}");
            case 11, 22 ->
                users.ask(service, "{\"spec\": {\"ipFamilyPolicy\": \"%s\"}}".formatted(users.any(POLICIES)));
            case 12 -> users.ask(service, externalIps(service));
            case 13 -> users.show(service, users.address(service.v6()));
            case 14 -> users.show(service);
            case 15, 16, 17, 18, 19, 20 -> reshare(service);
            default -> {
                users.tamper(service, "{\"metadata\": {\"finalizers\": null}}");
                users.delete(service);
            }
        }
    }

    private void reshare(ServiceState service) {
        String patch = switch (users.random.nextInt(6)) {
            case 0, 1 -> "\"metadata\": {\"annotations\": %s}".formatted(key());
            case 2, 3 -> "\"spec\": {\"ports\": %s}".formatted(ports());
            case 4 -> "\"spec\": {\"selector\": %s}".formatted(users.oneIn(6) ? "null" : selector());
            default -> "\"spec\": {\"externalTrafficPolicy\": \"%s\"}".formatted(users.oneIn(2) ? "Local" : "Cluster");
        };
        users.reshare(service, "{" + patch + "}");
    }

    private String key() {
        return "{\"%s\": %s}".formatted(Annotations.SHARING_KEY, users.any(KEYS));
    }

    /// Two of a few, so that they meet.
    private String ports() {
        return "[{\"name\": \"a\", \"port\": %d}, {\"name\": \"b\", \"port\": %d, \"protocol\": \"UDP\"}]"
                .formatted(80 + users.random.nextInt(8), 53 + users.random.nextInt(8));
    }

    private String selector() {
        return "{\"app\": \"%s\"}".formatted(users.oneIn(3) ? "dns" : "web");
    }

    private static final List<String> KEYS = List.of("\"k0\"", "\"k0\"", "\"k0\"", "\"k0\"", "\"k1\"", "null");
    private static final List<String> POLICIES = List.of("SingleStack", "PreferDualStack", "RequireDualStack");

    private String externalIps(ServiceState service) {
        return "{\"spec\": {\"externalIPs\": %s}}"
                .formatted(users.oneIn(2) ? "null" : "[\"" + users.address(service.v6()) + "\"]");
    }

    /// By way of ExternalName it may come back with another family.
    private void changeType(ServiceState service) {
        String patch = switch (service.object().text("spec", "type")) {
            case "LoadBalancer" ->
                users.oneIn(3)
                        ? "\"type\": \"ExternalName\", \"externalName\": \"example.com\", \"clusterIP\": null, \"clusterIPs\": null, \"ipFamilies\": null, \"ipFamilyPolicy\": null"
                        : "\"type\": \"ClusterIP\"";
            case "ExternalName" ->
                "\"type\": \"LoadBalancer\", \"externalName\": null, \"ipFamilies\": [\"%s\"]"
                        .formatted(users.oneIn(2) ? "IPv6" : "IPv4");
            default ->
                "\"type\": \"LoadBalancer\""
                        + (users.oneIn(3) ? ", \"loadBalancerClass\": \"%s\"".formatted(users.any(CLASSES)) : "");
        };
        users.ask(service, "{\"spec\": {%s}}".formatted(patch));
    }

    private String annotations() {
        return switch (users.random.nextInt(4)) {
            case 0 -> "{\"%s\": \"%s\"}".formatted(Annotations.PROTOCOL, users.any(List.of("bgp", "layer2")));
            case 1 -> "{\"%s\": \"%s\"}".formatted(Annotations.ADDRESS, users.address(false));
            case 2 -> "{\"%s\": \"%s, %s\"}".formatted(Annotations.EIP, eip(), eip());
            default -> "{\"%s\": \"%s\"}".formatted(Annotations.EIP, eip());
        };
    }

    private String eip() {
        return "e" + users.random.nextInt(EipChanges.EIPS);
    }
}
