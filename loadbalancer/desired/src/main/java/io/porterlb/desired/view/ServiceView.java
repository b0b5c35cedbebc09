package io.porterlb.desired.view;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A Service as far as it matters here. Services of every type are in the view: an address that some other
/// type still reports, or that one uses as an external IP, must not be given out.
///
/// @param uid tells an object from a later one of the same name
/// @param created `metadata.creationTimestamp`: the older of two claimants wins
/// @param deleting whether `metadata.deletionTimestamp` is set
/// @param loadBalancer whether `spec.type` is `LoadBalancer`
/// @param ipFamilies `spec.ipFamilies`, in its order
/// @param loadBalancerIp `spec.loadBalancerIP`, as written
/// @param externalIps `spec.externalIPs`, as written
/// @param clientIpAffinity whether `spec.sessionAffinity` is `ClientIP`
/// @param selector `spec.selector`: the Pods behind it; empty where somebody else makes its endpoints
/// @param ingress `status.loadBalancer.ingress[]`, as written and in its order: `ip`, or `hostname` where
///     there is none
/// @param conditions `status.conditions[]` of ours (`porterlb.io/...`): the message of each type
public record ServiceView(
        ServiceKey key,
        String uid,
        Instant created,
        boolean deleting,
        boolean loadBalancer,
        Optional<String> loadBalancerClass,
        List<IpFamily> ipFamilies,
        IpFamilyPolicy ipFamilyPolicy,
        Optional<String> loadBalancerIp,
        List<String> externalIps,
        Set<ServicePort> ports,
        TrafficPolicy externalTrafficPolicy,
        boolean clientIpAffinity,
        Map<String, String> selector,
        Map<String, String> annotations,
        Map<String, String> labels,
        List<String> finalizers,
        List<String> ingress,
        Map<String, String> conditions) {
    /// Type of the condition of a Service with an address that is not announced, though it should be. Its
    /// message names each of these addresses, but not one whose owner the API server does not hear of.
    public static final String ANNOUNCED = "porterlb.io/Announced";

    public ServiceView {
        ipFamilies = List.copyOf(ipFamilies);
        externalIps = List.copyOf(externalIps);
        ports = Set.copyOf(ports);
        selector = Map.copyOf(selector);
        annotations = Map.copyOf(annotations);
        labels = Map.copyOf(labels);
        finalizers = List.copyOf(finalizers);
        ingress = List.copyOf(ingress);
        conditions = Map.copyOf(conditions);
    }

    /// Whether nobody announces an address of it, as [#ANNOUNCED] says: it names those.
    public boolean isSilent(IpAddress address) {
        String said = conditions.getOrDefault(ANNOUNCED, "");
        return !said.isEmpty() && word(address.toString()).matcher(said).find();
    }

    /// Not a part of another one: nodes and Eips may be named by addresses.
    private static Pattern word(String text) {
        return Pattern.compile("(?<![\\w.:-])" + Pattern.quote(text) + "(?![\\w.-])");
    }
}
