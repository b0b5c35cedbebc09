package io.porterlb.desired.allocation;

import io.porterlb.address.IpFamily;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Eip;
import io.porterlb.desired.Service;
import io.porterlb.desired.view.IpFamilyPolicy;
import io.porterlb.desired.view.SharingScope;
import io.porterlb.desired.view.TrafficPolicy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/// Random changes to a cluster, as users and accidents make them. Eips are small, so that they run full.
record Changes(Cluster cluster, Random random) {
    private static final List<String> NAMESPACES = List.of("default", "red", "blue");
    private static final List<String> ADDRESSES = List.of(
            "192.0.2.0/29",
            "192.0.2.4-192.0.2.12",
            "192.0.2.16/30",
            "192.0.2.99/29",
            "192.0.2.1",
            "web",
            "2001:db8::/126",
            "2001:db8::2-2001:db8::9");

    void next() {
        switch (random.nextInt(22)) {
            case 0, 1, 2, 3 -> create();
            case 4 -> one(cluster.services.values(), service -> service.deleting = true);
            case 5 -> one(cluster.services.values(), service -> cluster.services.remove(service.key()));
            case 6 -> one(cluster.services.values(), this::changeType);
            case 7 -> one(cluster.services.values(), this::ask);
            case 8 -> one(cluster.services.values(), service -> service.reports(address()));
            case 9 -> one(cluster.services.values(), Service::reports);
            case 10, 11 -> createEip();
            case 12 ->
                one(cluster.eips.values(), eip -> cluster.eips.remove(eip.view().name()));
            case 13 -> one(cluster.eips.values(), this::edit);
            case 14 -> one(List.copyOf(cluster.records.keySet()), cluster.records::remove);
            case 15 -> one(List.copyOf(cluster.namespaces.keySet()), cluster.namespaces::remove);
            case 16, 17 -> one(cluster.services.values(), this::share);
            case 18 -> one(cluster.services.values(), service -> service.annotations.remove(Annotations.SHARING_KEY));
            case 19, 20 -> one(cluster.services.values(), this::changeFamilies);
            default -> cluster.node("n" + random.nextInt(3), address());
        }
    }

    private <T> void one(Collection<T> things, Consumer<T> change) {
        things.stream()
                .skip(things.isEmpty() ? 0 : random.nextInt(things.size()))
                .findFirst()
                .ifPresent(change);
    }

    private String address() {
        return random.nextInt(4) == 0 ? address(IpFamily.V6) : address(IpFamily.V4);
    }

    private String address(IpFamily family) {
        return switch (family) {
            case V4 -> "192.0.2." + random.nextInt(24);
            case V6 -> "2001:db8::" + Integer.toHexString(1 + random.nextInt(11));
        };
    }

    private void create() {
        String name = NAMESPACES.get(random.nextInt(3)) + "/s" + random.nextInt(20);
        if (cluster.services.containsKey(Cluster.key(name))) {
            return;
        }
        Service service = cluster.service(name);
        chooseFamilies(service);
        if (random.nextInt(6) == 0) {
            service.externalIps = List.of(address());
        }
        if (random.nextInt(3) == 0) {
            ask(service);
        }
        if (random.nextInt(2) == 0) {
            share(service);
        }
    }

    void chooseFamilies(Service service) {
        IpFamily first = random.nextInt(3) == 0 ? IpFamily.V6 : IpFamily.V4;
        if (random.nextBoolean()) {
            service.families(first);
        } else {
            service.dualStack(policy(), first);
        }
    }

    private IpFamilyPolicy policy() {
        return random.nextInt(3) == 0 ? IpFamilyPolicy.REQUIRE_DUAL_STACK : IpFamilyPolicy.PREFER_DUAL_STACK;
    }

    /// The second family comes or goes, as the API server has it; a first one that changes has been through another
    /// type.
    private void changeFamilies(Service service) {
        if (random.nextInt(4) == 0) {
            chooseFamilies(service);
        } else if (service.families.size() == 1) {
            service.dualStack(policy(), service.families.getFirst());
        } else {
            service.families(service.families.getFirst()).familyPolicy = IpFamilyPolicy.SINGLE_STACK;
        }
    }

    private void share(Service service) {
        service.shares("k" + random.nextInt(2)).ports(80 + random.nextInt(4), 443 + random.nextInt(3));
        service.policy = random.nextBoolean() ? TrafficPolicy.LOCAL : TrafficPolicy.CLUSTER;
        service.selector = switch (random.nextInt(4)) {
            case 0 -> Map.of();
            case 1 -> Map.of("app", "dns");
            default -> Map.of("app", "web");
        };
    }

    /// The API server empties status in the write that changes the type.
    private void changeType(Service service) {
        service.loadBalancer = !service.loadBalancer;
        service.loadBalancerClass = random.nextInt(4) == 0 ? Optional.of("example.com/other") : Optional.empty();
        service.reports();
    }

    private void ask(Service service) {
        service.loadBalancerIp = random.nextBoolean() ? Optional.of(address()) : Optional.empty();
        service.annotations.remove(Annotations.ADDRESS);
        service.annotations.remove(Annotations.EIP);
        switch (random.nextInt(6)) {
            case 0, 1 -> service.annotate(Annotations.EIP, eip());
            case 2 -> service.annotate(Annotations.EIP, eip() + ", " + eip());
            case 3 -> service.annotate(Annotations.ADDRESS, address(IpFamily.V6) + "," + address(IpFamily.V4));
            default -> {}
        }
    }

    private String eip() {
        return "e" + random.nextInt(5);
    }

    private void createEip() {
        String name = eip();
        if (!cluster.eips.containsKey(name)) {
            edit(cluster.eip(name, ADDRESSES.get(random.nextInt(ADDRESSES.size()))));
        }
    }

    private void edit(Eip eip) {
        switch (random.nextInt(9)) {
            case 0 -> eip.address = ADDRESSES.get(random.nextInt(ADDRESSES.size()));
            case 1 -> eip.disable = !eip.disable;
            case 2 -> eip.isDefault = !eip.isDefault;
            case 3 -> eip.namespaces(NAMESPACES.get(random.nextInt(3)));
            case 4 -> eip.namespaces().selector(Map.of());
            case 5 -> eip.priority(random.nextInt(3));
            case 6 -> eip.protocol = List.of("", "layer2", "carp").get(random.nextInt(3));
            case 7 -> eip.sharing = random.nextBoolean() ? SharingScope.CLUSTER : SharingScope.NAMESPACE;
            default -> eip.foreign = random.nextInt(3) == 0;
        }
    }
}
