package io.porterlb.desired.status;

import static io.porterlb.desired.status.Statuses.check;
import static io.porterlb.desired.status.Statuses.report;
import static io.porterlb.desired.status.Statuses.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.desired.Cluster;
import io.porterlb.desired.Peer;
import io.porterlb.desired.plan.SpeakerIdentity;
import io.porterlb.desired.view.BgpConfView;
import io.porterlb.desired.view.ListenView;
import io.porterlb.desired.view.Password;
import io.porterlb.desired.view.PasswordSource;
import io.porterlb.desired.view.SessionReport;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Status of BgpPeers and BgpConfs.
class BgpStatusTest {
    private final Cluster cluster = new Cluster();

    BgpStatusTest() {
        cluster.conf(65001, "");
        cluster.node("n1", "192.0.2.11");
        cluster.node("n2", "192.0.2.12");
    }

    private static final SessionReport UP = session("ESTABLISHED", "", "");

    private BgpPeerStatus leaf() {
        return Objects.requireNonNull(report(cluster).peers().get("leaf"));
    }

    private void ready(boolean status, String reason, String... parts) {
        check(leaf().conditions(), Condition.READY, status, reason, parts);
    }

    @Test
    void aBgpPeerIsReadyWhenEverySelectedNodeIsConnected() {
        cluster.peer("leaf", "192.0.2.1", 65000).add();
        cluster.report("n1", UP);
        cluster.report("n2", UP);
        cluster.report("n9", UP); // a node that is gone
        ready(true, "SessionsEstablished", "2 of 2");
        assertEquals(2, leaf().established());
        assertEquals(2, leaf().total());
        assertEquals(Map.of("n1", UP, "n2", UP), leaf().nodes());
    }

    @Test
    void aFailedSessionNamesNodeAndReason() {
        cluster.peer("leaf", "192.0.2.1", 65000).add();
        cluster.report("n1", UP);
        cluster.report("n2", session("ACTIVE", "ConnectionRefused", "Nothing listens on 192.0.2.1 port 179."));
        ready(false, "ConnectionRefused", "Node n2: Nothing listens on 192.0.2.1 port 179.");
        assertEquals(1, leaf().established());
        cluster.report("n2", session("IDLE", "", ""));
        ready(false, "SessionNotEstablished", "IDLE");
        cluster.reports.remove("n2");
        ready(false, "NoReport", "Node n2");
        cluster.reports.remove("n1");
        ready(false, "NoReport", "Node n1", "2 of 2 nodes");
    }

    @Test
    void theReportOfANodeThatIsNotHeardOfCountsForNothing() {
        cluster.peer("leaf", "192.0.2.1", 65000).add();
        cluster.report("n1", UP);
        cluster.report("n2", UP);
        cluster.unreachable(cluster.node("n1", "192.0.2.11"));
        ready(false, "NodeUnreachable", "Node n1: it has not been heard of for a while, so its session is not known.");
        assertEquals(1, leaf().established());
        assertEquals(2, leaf().total());
    }

    @Test
    void aBgpPeerThatCannotBePlannedSaysWhy() {
        cluster.peer("leaf", "web", 65000).add();
        ready(false, "InvalidNeighborAddress", "Node n1", "'web'");
        cluster.peer("leaf", "192.0.2.1", 65000).add();
        cluster.confs.clear();
        ready(false, "BgpConfMissing", "BgpConf named default");
    }

    @Test
    void aBgpPeerThatSelectsNoNodeSaysSo() {
        cluster.peer("leaf", "192.0.2.1", 65000).select("rack", "z").add();
        ready(false, "NoNodeSelected", "spec.nodeSelector");
        assertEquals(0, leaf().total());
    }

    @Test
    void aBgpPeerThatIsDownOnPurposeSaysSo() {
        Peer peer = cluster.peer("leaf", "192.0.2.1", 65000);
        peer.adminDown = true;
        peer.unsupported = Set.of("spec.conf.vrf", "spec.conf.allowOwnAs");
        peer.add();
        ready(false, "AdminDown", "spec.conf.adminDown");
        check(
                leaf().conditions(),
                Condition.SUPPORTED,
                false,
                "FieldNotSupportedYet",
                "spec.conf.allowOwnAs, spec.conf.vrf are accepted but have no effect");
    }

    @Test
    void aPasswordInClearTextIsWarnedOf() {
        Peer peer = cluster.peer("leaf", "192.0.2.1", 65000);
        peer.password = new PasswordSource.ClearText(Password.of("offen"));
        peer.add();
        check(
                leaf().conditions(),
                Condition.PASSWORD_HIDDEN,
                false,
                "PasswordInClearText",
                "spec.conf.authPassword",
                "spec.authSecretRef");
        assertFalse(leaf().toString().contains("offen"));
        peer.password = new PasswordSource.InSecret("leaf", "password");
        peer.add();
        assertEquals(2, leaf().conditions().size());
    }

    @Test
    void aPasswordThatAnAgentDoesNotFindIsSaid() {
        Peer peer = cluster.peer("leaf", "192.0.2.1", 65000);
        peer.password = new PasswordSource.InSecret("leaf", "password");
        peer.add();
        String missing = "spec.authSecretRef names Secret porterlb-system/leaf, which does not exist.";
        cluster.report("n1", session("IDLE", "PasswordSecretMissing", missing));
        ready(false, "PasswordSecretMissing", "Node n1: " + missing);
    }

    @Test
    void pastAHundredNodesOnlyWhatIsNotWellIsListed() {
        cluster.peer("leaf", "192.0.2.1", 65000).add();
        cluster.nodes.clear();
        for (int i = 0; i < 300; i++) {
            cluster.node("n" + i, "10.0.0." + i % 250);
            cluster.report("n" + i, UP);
        }
        cluster.report("n7", session("CONNECT", "", ""));
        assertEquals(Set.of("n7"), leaf().nodes().keySet());
        assertEquals(299, leaf().established());
        assertEquals(300, leaf().total());
        for (int i = 0; i < 300; i++) {
            cluster.report("n" + i, session("CONNECT", "", ""));
        }
        assertEquals(BgpPeerStatus.MAX_NODES, leaf().nodes().size());
    }

    @Test
    void aBgpConfShowsWhatEachNodeCallsItself() {
        cluster.conf(65001, "10.0.0.1", Map.of("a", 65101L));
        cluster.node("n2", "192.0.2.12", Map.of(SpeakerIdentity.RACK_LABEL, "a"));
        BgpConfStatus status = conf("default");
        assertEquals(
                Map.of(
                        "n1", new BgpConfStatus.Speaker("10.0.0.1", 65001),
                        "n2", new BgpConfStatus.Speaker("192.0.2.12", 65101)),
                status.nodes());
        check(status.conditions(), Condition.READY, true, "Usable");
        check(status.conditions(), Condition.SUPPORTED, true, "AllFieldsSupported");
    }

    private BgpConfStatus conf(String name) {
        return Objects.requireNonNull(report(cluster).confs().get(name));
    }

    @Test
    void aBgpConfThatCannotBeUsedSaysWhy() {
        cluster.conf(0, "");
        check(conf("default").conditions(), Condition.READY, false, "InvalidLocalAs", "spec.as");
        cluster.conf(65001, "web");
        check(conf("default").conditions(), Condition.READY, false, "InvalidRouterId", "'web'");
        assertEquals(Map.of(), conf("default").nodes());
    }

    @Test
    void onlyTheBgpConfNamedDefaultCounts() {
        cluster.confs.put(
                "other",
                new BgpConfView(
                        "other",
                        "u",
                        1,
                        65001,
                        Map.of(),
                        "",
                        ListenView.UNSET,
                        Optional.empty(),
                        Set.of("spec.policy")));
        check(conf("other").conditions(), Condition.READY, false, "NotDefault");
        check(
                conf("other").conditions(),
                Condition.SUPPORTED,
                false,
                "FieldNotSupportedYet",
                "spec.policy",
                "write communities, largeCommunities, localPref, med, prepend and aggregationLength in spec of the Eip");
        assertTrue(conf("other").nodes().isEmpty());
        assertEquals(List.of("n1", "n2"), List.copyOf(conf("default").nodes().keySet()));
    }
}
