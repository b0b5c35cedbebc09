package io.porterlb.manager.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.desired.view.ServiceView;
import io.porterlb.manager.AService;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodeSyncTest {
    private static final String UPDATED =
            SaidEvents.normal("UpdatedLoadBalancer", "Updated load balancer with new hosts");
    private static final String UNAVAILABLE =
            SaidEvents.warning("UnAvailableLoadBalancer", "There are no available nodes for LoadBalancer");
    private static final ServiceView WEB = AService.NEW.view();

    private final SaidEvents said = new SaidEvents();
    private final NodeSync sync = new NodeSync(said.events(), 1);

    @AfterEach
    void close() {
        sync.close();
    }

    private List<String> saidAfter(ServiceView service, Set<String> names) {
        int before = said.lines().size();
        sync.carry(service, names);
        return said.lines().subList(before, said.lines().size());
    }

    @Test
    void theFirstNodesOfAServiceAreNoUpdate() {
        assertEquals(List.of(), saidAfter(WEB, Set.of("n1")));
    }

    @Test
    void otherNodesAreAnUpdateAndTheSameAreNone() {
        sync.carry(WEB, Set.of("n1"));
        assertEquals(List.of(UPDATED), saidAfter(WEB, Set.of("n1", "n2")));
        assertEquals(List.of(), saidAfter(WEB, Set.of("n2", "n1")));
    }

    @Test
    void aServiceThatNoNodeCarriesSaysSo() {
        assertEquals(List.of(UNAVAILABLE), saidAfter(WEB, Set.of()));
        assertEquals(List.of(UPDATED), saidAfter(WEB, Set.of("n1")));
    }

    @Test
    void aServiceCreatedAnewUnderTheSameNameBegins() {
        sync.carry(WEB, Set.of("n1"));
        assertEquals(List.of(), saidAfter(AService.NEW.withUid("uid-2").view(), Set.of("n2")));
    }
}
