package io.porterlb.desired;

import io.porterlb.address.IpFamily;
import io.porterlb.desired.view.IpFamilyPolicy;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServicePort;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.TrafficPolicy;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A Service of a [Cluster]: of type LoadBalancer, IPv4, without class, unless told otherwise.
public final class Service {
    private final ServiceKey key;
    private final String uid;
    private final Instant created;
    public boolean deleting;
    public boolean loadBalancer = true;
    public Optional<String> loadBalancerClass = Optional.empty();
    public List<IpFamily> families = List.of(IpFamily.V4);
    public IpFamilyPolicy familyPolicy = IpFamilyPolicy.SINGLE_STACK;
    public Optional<String> loadBalancerIp = Optional.empty();
    public List<String> externalIps = List.of();
    public Set<ServicePort> ports = Set.of(new ServicePort("TCP", 80));
    public TrafficPolicy policy = TrafficPolicy.CLUSTER;
    public boolean clientIpAffinity;
    public Map<String, String> selector = Map.of("app", "web");
    public final Map<String, String> annotations = new HashMap<>();
    public final Map<String, String> labels = new HashMap<>();
    public List<String> finalizers = List.of();
    public List<String> ingress = List.of();
    public Map<String, String> conditions = Map.of();

    Service(ServiceKey key, String uid, Instant created) {
        this.key = key;
        this.uid = uid;
        this.created = created;
    }

    public ServiceKey key() {
        return key;
    }

    public String uid() {
        return uid;
    }

    public Service annotate(String name, String value) {
        annotations.put(name, value);
        return this;
    }

    public Service ip(String address) {
        loadBalancerIp = Optional.of(address);
        return this;
    }

    public Service reports(String... addresses) {
        ingress = List.of(addresses);
        return this;
    }

    /// Names the key of those whose address it would share.
    public Service shares(String key) {
        return annotate("porterlb.io/sharing-key", key);
    }

    /// TCP ports, in place of those before.
    public Service ports(int... numbers) {
        ports = Arrays.stream(numbers)
                .mapToObj(number -> new ServicePort("TCP", number))
                .collect(Collectors.toSet());
        return this;
    }

    public Service families(IpFamily... wanted) {
        families = List.of(wanted);
        return this;
    }

    /// Both families, the first one first.
    public Service dualStack(IpFamilyPolicy wanted, IpFamily first) {
        familyPolicy = wanted;
        return families(first, first == IpFamily.V4 ? IpFamily.V6 : IpFamily.V4);
    }

    public ServiceView view() {
        return new ServiceView(
                key,
                uid,
                created,
                deleting,
                loadBalancer,
                loadBalancerClass,
                families,
                familyPolicy,
                loadBalancerIp,
                externalIps,
                ports,
                policy,
                clientIpAffinity,
                selector,
                annotations,
                labels,
                finalizers,
                ingress,
                conditions);
    }
}
