package io.porterlb.manager.model;

import com.google.gson.JsonObject;
import io.porterlb.address.AddressRange;
import java.util.List;

/// Random changes that administrators make: to Eips, which are small, so that they run full; to the labels of
/// namespaces; to the addresses of a node.
record EipChanges(Users users) {
    static final int EIPS = 6;
    private static final List<String> ADDRESSES = List.of(
            "192.0.2.0/29",
            "192.0.2.4-192.0.2.12",
            "192.0.2.8/29",
            "192.0.2.16/28",
            "192.0.2.32-192.0.2.45",
            "192.0.2.1",
            "2001:db8::/125",
            "2001:db8::6-2001:db8::12");
    private static final String DEFAULT = "eip.openelb.kubesphere.io/is-default-eip";

    void next() {
        switch (users.random.nextInt(10)) {
            case 0 -> relabel();
            case 1 -> readdress();
            default -> eip("e" + users.random.nextInt(EIPS));
        }
    }

    private void relabel() {
        String team = users.oneIn(2) ? "\"red\"" : "null";
        users.patch(
                ClusterState.NAMESPACES + "/" + users.any(Users.NAMESPACES),
                "{\"metadata\": {\"labels\": {\"team\": %s}}}".formatted(team));
    }

    private void readdress() {
        String address = "{\"type\": \"InternalIP\", \"address\": \"%s\"}".formatted(users.address(users.oneIn(4)));
        users.patch(
                ClusterState.NODES + "/" + History.NODE + "/status",
                "{\"status\": {\"addresses\": [%s]}}".formatted(address));
    }

    private void eip(String name) {
        users.api
                .get(path(name))
                .map(json -> new EipState(new Stored(json)))
                .ifPresentOrElse(this::change, () -> create(name, users.any(ADDRESSES)));
    }

    private static String path(String name) {
        return ClusterState.EIPS + "/" + name;
    }

    void create(String name, String address) {
        JsonObject eip = Users.json("""
                {"apiVersion": "network.kubesphere.io/v1alpha2", "kind": "Eip", "metadata": {"name": "%s"}, "spec": {"address": "%s"}}
                """.formatted(name, address));
        users.create(ClusterState.EIPS, eip);
    }

    private void change(EipState eip) {
        switch (users.random.nextInt(16)) {
            case 0 -> users.delete(path(eip.name()));
            case 1, 2 -> spec(eip, "\"address\": \"%s\"".formatted(users.any(ADDRESSES)));
            case 3, 4 -> split(eip);
            case 5 -> spec(eip, "\"disable\": true");
            case 6, 7 -> spec(eip, "\"disable\": false");
            case 8 -> spec(eip, "\"namespaces\": [\"%s\"]".formatted(users.any(Users.NAMESPACES)));
            case 9 -> spec(eip, "\"namespaceSelector\": {\"team\": \"red\"}");
            case 10 -> spec(eip, "\"namespaces\": null, \"namespaceSelector\": null");
            case 11 ->
                spec(eip, "\"priority\": %d, \"autoAssign\": %s".formatted(users.random.nextInt(3), !users.oneIn(3)));
            case 12 -> spec(eip, "\"protocol\": \"%s\"".formatted(users.oneIn(4) ? "layer2" : "bgp"));
            case 13, 14 -> share(eip);
            default -> moveDefault(eip);
        }
    }

    private void share(EipState eip) {
        boolean widely = users.oneIn(2);
        if (widely) {
            users.ledger.sharingWidened();
        }
        spec(eip, "\"sharing\": \"%s\"".formatted(widely ? "Cluster" : "Namespace"));
    }

    private void spec(EipState eip, String fields) {
        users.patch(path(eip.name()), "{\"spec\": {%s}}".formatted(fields));
    }

    /// The upper half goes to another Eip, or to none if that exists already.
    private void split(EipState eip) {
        AddressRange range = eip.range();
        String last = range.last().toString();
        String middle = range.first().next().next().toString();
        if (range.size() > 4) {
            spec(eip, "\"address\": \"%s-%s\"".formatted(range.first(), middle));
            String next = range.first().next().next().next().toString();
            create("e" + users.random.nextInt(EIPS), next + "-" + last);
        }
    }

    private void moveDefault(EipState to) {
        ClusterState.list(users.api, ClusterState.EIPS)
                .forEach(eip -> mark(eip.name(), eip.name().equals(to.name()) && !users.oneIn(4)));
    }

    private void mark(String name, boolean isDefault) {
        String patch =
                "{\"metadata\": {\"annotations\": {\"%s\": %s}}}".formatted(DEFAULT, isDefault ? "\"true\"" : "null");
        users.patch(path(name), patch);
    }
}
