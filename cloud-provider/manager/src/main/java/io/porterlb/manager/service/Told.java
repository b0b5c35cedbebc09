package io.porterlb.manager.service;

import io.porterlb.desired.problem.Problem;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which Services have been told why they have no load balancer of ours: a view does not show conditions, and
/// events are said once. Any thread.
final class Told {
    private final Map<ServiceKey, Last> byService = new ConcurrentHashMap<>();

    private record Last(String uid, Problem problem) {}

    boolean isNews(ServiceView service, Problem problem) {
        return !new Last(service.uid(), problem).equals(byService.get(service.key()));
    }

    void tell(ServiceView service, Problem problem) {
        byService.put(service.key(), new Last(service.uid(), problem));
    }

    /// It has one: the same problem would be news again.
    void forget(ServiceView service) {
        byService.remove(service.key());
    }

    void forgetAllBut(Set<ServiceKey> services) {
        byService.keySet().retainAll(services);
    }
}
