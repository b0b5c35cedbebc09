package io.porterlb.desired.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.desired.Cluster;
import io.porterlb.desired.Peer;
import io.porterlb.desired.problem.PeerProblem;
import io.porterlb.desired.view.Password;
import io.porterlb.desired.view.PasswordSource;
import io.porterlb.desired.view.SecretView;
import io.porterlb.desired.view.Secrets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Where a session's password comes from, and that it shows nowhere.
class PasswordTest {
    private final Cluster cluster = new Cluster();
    private final Peer peer;

    PasswordTest() {
        cluster.conf(65001, "");
        cluster.node("n1", "192.0.2.11");
        peer = cluster.peer("leaf", "192.0.2.1", 65000);
        peer.password = new PasswordSource.InSecret("leaf-password", "password");
        peer.add();
    }

    private NodePlan plan() {
        return Planner.plan(cluster.view(), "n1");
    }

    private void secret(String version, String key, String password) {
        cluster.secrets = Optional.of(new Secrets(
                "porterlb-system",
                Map.of("leaf-password", new SecretView("leaf-password", version, Map.of(key, Password.of(password)))),
                Set.of()));
    }

    private String used() {
        PeerPlan planned = plan().speaker().orElseThrow().peers().getFirst();
        return planned.transport().password().orElseThrow().password().reveal();
    }

    private PeerProblem problem() {
        assertEquals(Optional.empty(), plan().speaker());
        return Objects.requireNonNull(plan().peerProblems().get("leaf"));
    }

    @Test
    void aSecretsPasswordIsUsedWithoutTheLineBreakAtItsEnd() {
        secret("1", "password", "geheim\n");
        assertEquals("geheim", used());
    }

    @Test
    void withoutSecretOrKeyThereIsNoSessionAndTheProblemSaysWhatToDo() {
        cluster.secrets = Optional.of(new Secrets("porterlb-system", Map.of(), Set.of()));
        assertEquals(new PeerProblem.PasswordSecretMissing("porterlb-system", "leaf-password", "password"), problem());
        assertTrue(problem().message().contains("Secret porterlb-system/leaf-password, which does not exist"));
        cluster.secrets = Optional.of(new Secrets("porterlb-system", Map.of(), Set.of("leaf-password")));
        assertEquals(new PeerProblem.PasswordSecretUnread("porterlb-system", "leaf-password"), problem());
        assertTrue(
                problem().message().contains("Add leaf-password to authSecretNames"),
                problem().message());
        secret("1", "other", "geheim");
        assertEquals(new PeerProblem.PasswordKeyMissing("porterlb-system/leaf-password", "password"), problem());
        secret("1", "password", "");
        assertEquals(PeerProblem.PasswordUnusable.class, problem().getClass());
        secret("1", "password", "x".repeat(81));
        assertEquals(PeerProblem.PasswordUnusable.class, problem().getClass());
        assertFalse(problem().message().contains("xxx"));
    }

    @Test
    void aRouterThatIsKnownByItsLinkOnlyHasNoPassword() {
        Peer unnumbered = cluster.peer("leaf", "", 65000);
        unnumbered.networkInterface = "eth1";
        unnumbered.password = new PasswordSource.InSecret("leaf-password", "password");
        unnumbered.add();
        assertEquals(new PeerProblem.PasswordWithoutAddress("spec.authSecretRef", "eth1"), problem());
        unnumbered.password = new PasswordSource.ClearText(Password.of("offen"));
        unnumbered.add();
        assertEquals(new PeerProblem.PasswordWithoutAddress("spec.conf.authPassword", "eth1"), problem());
        assertTrue(problem().message().contains("write it into spec.conf.neighborAddress"));
        unnumbered.password = new PasswordSource.None();
        unnumbered.add();
        assertEquals(Map.of(), plan().peerProblems());
    }

    @Test
    void whoMayNotReadSecretsTakesThemForGranted() {
        cluster.secrets = Optional.empty();
        assertEquals(Map.of(), plan().peerProblems());
    }

    @Test
    void thePasswordIsInNoTextAndTheHashFollowsTheVersionOnly() {
        secret("1", "password", "geheim");
        String hash = plan().hash();
        assertFalse(plan().toString().contains("geheim"));
        assertFalse(cluster.view().toString().contains("geheim"));
        secret("1", "password", "anders");
        assertEquals(hash, plan().hash());
        secret("2", "password", "anders");
        assertNotEquals(hash, plan().hash());
    }

    @Test
    void aChangedPasswordIsAnotherPlan() {
        secret("1", "password", "geheim");
        NodePlan before = plan();
        secret("2", "password", "anders");
        assertNotEquals(before, plan());
        assertEquals("anders", used());
    }

    @Test
    void aPasswordInClearTextIsUsedToo() {
        peer.password = new PasswordSource.ClearText(Password.of("offen"));
        peer.add();
        assertEquals("offen", used());
        assertFalse(plan().toString().contains("offen"));
        String hash = plan().hash();
        peer.generation = 2;
        peer.add();
        assertNotEquals(hash, plan().hash());
    }
}
