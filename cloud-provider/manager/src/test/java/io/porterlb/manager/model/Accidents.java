package io.porterlb.manager.model;

import java.util.List;
import java.util.stream.Stream;

/// Random things that should not happen.
record Accidents(Users users, Replicas replicas) {
    void next() {
        ClusterState state = ClusterState.read(users.api);
        List<ServiceState> shown = state.services().stream()
                .filter(service -> !service.ingress().isEmpty() && !service.deleting())
                .toList();
        List<ServiceState> balanced = state.services().stream()
                .filter(service -> service.balanced() && !service.deleting())
                .toList();
        List<ServiceState> empty = balanced.stream()
                .filter(service -> service.refusal().isPresent())
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        switch (users.random.nextInt(8)) {
            case 0 -> restore(state, shown);
            case 1 ->
                state.records().stream()
                        .skip(
                                state.records().isEmpty()
                                        ? 0
                                        : users.random.nextInt(state.records().size()))
                        .findFirst()
                        .ifPresent(this::lose);
            case 2 -> users.tamper(users.any(shown), "{\"metadata\": {\"labels\": null}}");
            case 3 -> replace(users.any(shown));
            default -> users.show(users.any(empty.isEmpty() ? balanced : empty), stolen(state, shown));
        }
    }

    /// By somebody who may write the status of Services: what a craftsman would try.
    private String stolen(ClusterState state, List<ServiceState> shown) {
        List<String> nodes = state.nodes().stream()
                .flatMap(node -> node.objects("status", "addresses").stream())
                .map(address -> address.text("address"))
                .filter(address -> address.contains(".") || address.contains(":"))
                .toList();
        List<String> external = state.services().stream()
                .flatMap(service -> service.externalIps().stream())
                .toList();
        List<String> vips =
                shown.stream().flatMap(service -> service.ingress().stream()).toList();
        return users.any(Stream.of(vips, vips, nodes, external, List.of("203.0.113.9"))
                .filter(list -> !list.isEmpty())
                .map(users::any)
                .toList());
    }

    /// A backup does not have our records, and is older than the cluster was. The managers may be there meanwhile.
    private void restore(ClusterState state, List<ServiceState> shown) {
        boolean alone = users.oneIn(2);
        if (alone) {
            replicas.end();
        }
        state.records().forEach(this::lose);
        users.show(users.any(shown), users.any(shown).ingress().getFirst());
        users.show(users.any(shown), users.any(shown).ingress().getFirst());
        if (alone) {
            replicas.start();
        }
    }

    private void lose(Stored recorded) {
        users.ledger.recordsLost();
        users.delete(ClusterState.RECORDS + "/" + recorded.name());
    }

    /// Another one of the same name, at once.
    private void replace(ServiceState service) {
        users.tamper(service, "{\"metadata\": {\"finalizers\": null}}");
        users.delete(service);
        users.createService(
                service.namespace(), Users.json("""
                        {"metadata": {"name": "%s"}, "spec": {"type": "LoadBalancer", "ports": [{"port": 80}]}}
                        """.formatted(service.object().name())));
    }
}
