package io.porterlb.rules.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpFamily;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NodeChecksTest {
    private static final Set<IpFamily> BOTH = EnumSet.allOf(IpFamily.class);

    private static List<NodeCheck> checks(NodeFacts facts, Set<IpFamily> served) {
        return NodeChecks.findings(facts, served).stream().map(Finding::check).toList();
    }

    @Test
    void goodNodeHasNoFindings() {
        assertEquals(List.of(), checks(new NodeFacts(BOTH, List.of(), List.of(), true, true, true), BOTH));
        assertEquals(List.of(), checks(new NodeFacts(BOTH, List.of(), List.of(), false, false, true), BOTH));
    }

    @Test
    void everythingWrongIsNamedOnce() {
        var facts = new NodeFacts(Set.of(), List.of("eth0"), List.of("iptables-nft FORWARD"), true, false, false);
        assertEquals(
                List.of(
                        NodeCheck.IP_FORWARDING,
                        NodeCheck.REVERSE_PATH,
                        NodeCheck.FORWARD_CHAINS,
                        NodeCheck.IPVS_STRICT_ARP,
                        NodeCheck.DETECT_LOCAL),
                checks(facts, Set.of(IpFamily.V4)));
    }

    @Test
    void forwardingMattersForServedFamiliesAlone() {
        var facts = new NodeFacts(Set.of(IpFamily.V4), List.of(), List.of(), false, false, true);
        assertEquals(List.of(), checks(facts, Set.of(IpFamily.V4)));
        List<Finding> findings = NodeChecks.findings(facts, BOTH);
        assertEquals(1, findings.size());
        assertTrue(findings.getFirst().message().startsWith("net.ipv6.conf.all.forwarding is 0"));
    }

    @Test
    void findingsNameTheirObjects() {
        var facts = new NodeFacts(BOTH, List.of("eth0", "eth1"), List.of("inet filter forward"), false, false, true);
        List<Finding> findings = NodeChecks.findings(facts, BOTH);
        assertTrue(findings.getFirst().message().contains("eth0, eth1"));
        assertTrue(findings.getLast().message().contains("inet filter forward"));
    }
}
